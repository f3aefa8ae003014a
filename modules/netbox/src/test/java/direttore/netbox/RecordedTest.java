package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.system.SystemFailure;
import org.junit.jupiter.api.Test;

/** What a real NetBox 4.7 answered, where its recording is there. */
class RecordedTest {
  @Test
  void everyErrorIsSaidInItsWords() {
    Recorded.each(exchange -> {
      var answer = Recorded.answer(exchange);
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
    Recorded.each(exchange -> {
      var answer = Recorded.answer(exchange);
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
    Recorded.each(exchange -> {
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
