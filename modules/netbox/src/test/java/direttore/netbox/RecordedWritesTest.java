package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.system.SystemFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a real NetBox 4.7 made of what was written to it, where its recording is there. */
class RecordedWritesTest {
  private static final Pattern OBJECTS =
      Pattern.compile("/api/(dcim|extras|ipam|tenancy|virtualization)/(?!.*render).*");

  /** What NetBox does not take from whom writes, by the number of the exchange. */
  private static final Map<Integer, List<String>> NOT_TAKEN =
      Map.of(
          475, List.of("address"),
          477, List.of("prefix_length"),
          510, List.of("prefix_length"),
          517, List.of("prefix_length"),
          538, List.of("unknown_field"),
          559, List.of("prefix"),
          647, List.of("id", "created", "url"),
          649, List.of("bogus"),
          662, List.of("changelog_message"));

  @Test
  void whatWasWrittenIsNotDifferentAfterwards() {
    Recorded.each(exchange -> {
      if (exchange.path("status").asInt() < 300
          && exchange.path("response").isObject()
          && exchange.path("body") instanceof ObjectNode body
          && OBJECTS.matcher(exchange.path("path").asText()).matches()) {
        var number = exchange.path("n").asInt();
        var known = plain(body);
        assertThat(Difference.names(Difference.of(exchange.path("response"), known)))
            .as("%s", number)
            .isEqualTo(NOT_TAKEN.getOrDefault(number, List.of()));
      }
    });
  }

  /** Without what refers to earlier exchanges. */
  private static ObjectNode plain(ObjectNode body) {
    return (ObjectNode)
        body.without(
            body.properties().stream()
                .filter(field -> field.getValue().toString().contains("\"$"))
                .map(Map.Entry::getKey)
                .toList());
  }

  @Test
  void everyErrorOfItsOwnSaysThatNothingWasDone() {
    Recorded.each(exchange -> {
      var answer = Recorded.answer(exchange);
      if (answer.failed() && !exchange.path("method").asText().equals("GET")) {
        var failure = Meaning.ofWrite(answer);

        assertThat(failure.kind()).as("%s", exchange.path("n")).isNotEqualTo(new Kind.AnswerLost());
        assertThat(failure.kind() instanceof Kind.Exists)
            .as("%s: %s", exchange.path("n"), failure.said())
            .isEqualTo(exists(exchange));
      }
    });
  }

  private static boolean exists(JsonNode exchange) {
    var said = exchange.path("response").toString();
    return said.contains("already exists")
        || said.contains("Duplicate ")
        || said.contains("unique")
        || said.contains("overlap");
  }
}
