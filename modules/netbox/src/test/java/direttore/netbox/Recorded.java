package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.testkit.SharedFolder;
import direttore.transport.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Exchanges with a real NetBox 4.7, where their recording is there. */
final class Recorded {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDING = "netbox/recorded/netbox-4.7.jsonl";

  private Recorded() {}

  static void each(Consumer<JsonNode> check) {
    SharedFolder.find(RECORDING)
        .ifPresentOrElse(
            found -> exchanges(found).forEach(check),
            () -> SharedFolder.skipped("what NetBox answered", RECORDING));
  }

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

  static HostAnswer answer(JsonNode exchange) {
    var said = exchange.path("response");
    var headers = new HashMap<String, String>();
    exchange
        .path("response_headers")
        .properties()
        .forEach(header ->
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    headers.put("content-type", exchange.path("content_type").asText());
    return new HostAnswer(
        exchange.path("status").asInt(),
        "",
        said.isTextual() ? said.asText() : said.toString(),
        headers);
  }
}
