package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.domain.system.SystemFailure;
import direttore.testkit.SharedFolder;
import direttore.transport.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a real NetBox 4.7 answered, where its recording is there. */
class RecordedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDING = "netbox/recorded/netbox-4.7.jsonl";

  private static List<JsonNode> exchanges(Path recording) {
    try (var lines = Files.lines(recording)) {
      var exchanges = new ArrayList<JsonNode>();
      for (var line : lines.toList()) {
        exchanges.add(JSON.readTree(line));
      }
      return exchanges;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void each(Check check) {
    SharedFolder.find(RECORDING)
        .ifPresentOrElse(
            found -> exchanges(found).forEach(check::on),
            () -> SharedFolder.skipped("what NetBox answered", RECORDING));
  }

  private interface Check {
    void on(JsonNode exchange);
  }

  private static HostAnswer answer(JsonNode exchange) {
    var said = exchange.path("response");
    var type = exchange.path("content_type").asText();
    return new HostAnswer(
        exchange.path("status").asInt(),
        "",
        said.isTextual() ? said.asText() : said.toString(),
        Map.of("content-type", type));
  }

  @Test
  void everyErrorIsSaidInItsWords() {
    each(exchange -> {
      var answer = answer(exchange);
      if (answer.failed() && exchange.path("response").isContainerNode()) {
        var said = ErrorText.of(answer);
        assertThat(said).isNotBlank();
        // Whatever form it has: what it begins with is one of its sentences.
        assertThat(exchange.path("response").toString())
            .as(exchange.path("n").asText())
            .contains(firstWords(said));
      }
    });
  }

  private static String firstWords(String said) {
    var words = said.replaceFirst("^((id|no\\.) \\d+: )?([a-z_0-9]+: )*", "");
    var clean = words.split("[\"\\\\;]", 2)[0];
    return clean.substring(0, Math.min(12, clean.length()));
  }

  @Test
  void aBadTokenIsToldFromAMissingRight() {
    each(exchange -> {
      var answer = answer(exchange);
      var detail = exchange.path("response").path("detail").asText();
      if (answer.status() == 403 && !detail.isEmpty()) {
        var right = detail.startsWith("You do not have permission") || detail.contains("username");
        assertThat(Meaning.of(answer).kind())
            .as(detail)
            .isEqualTo(
                right ? new SystemFailure.Kind.Forbidden() : new SystemFailure.Kind.NotSignedIn());
      }
    });
  }

  @Test
  void everyRowIsAnObject() {
    each(exchange -> {
      var path = exchange.path("path").asText();
      var rows = exchange.path("response").path("results");
      if (exchange.path("status").asInt() == 200
          && rows.isArray()
          && !path.contains("fields=")
          && !path.contains("brief")) {
        for (var row : rows) {
          if (path.contains("object-changes")) {
            assertThat(NetBox.change(row).id()).isPositive();
          } else {
            assertThat(NetBox.object(row).json()).isEqualTo(row.toString());
          }
        }
      }
    });
  }
}
