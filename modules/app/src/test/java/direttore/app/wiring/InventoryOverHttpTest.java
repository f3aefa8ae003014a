package direttore.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From NetBox's API to the program's. */
class InventoryOverHttpTest {
  private static final String STAMP = "\"last_updated\": \"2026-03-01T09:00:00.000000Z\"";
  private static final String NOTHING = "{\"count\": 0, \"next\": null, \"results\": []}";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/api/status/",
          "{\"netbox-version\": \"4.7.3\"}",
          "/api/ipam/prefixes/",
          one(
              """
              "id": 4, "prefix": "10.10.0.0/24", "status": {"value": "active"}, %s,
              "custom_fields": {"gateway": "10.10.0.1"}\
              """),
          "/api/dcim/devices/",
          one(
              """
              "id": 12, "name": "fra1-leaf01", "status": {"value": "active"}, %s\
              """));

  @TempDir Path folder;

  private HttpServer netbox;

  @BeforeEach
  void start() throws IOException {
    netbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    netbox.createContext("/", InventoryOverHttpTest::answer);
    netbox.start();
  }

  @AfterEach
  void stop() {
    netbox.stop(0);
  }

  private static String one(String fields) {
    return "{\"count\": 1, \"next\": null, \"results\": [{%s}]}".formatted(fields.formatted(STAMP));
  }

  /** Whatever is asked for changes has had none. */
  private static void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var changes = String.valueOf(uri.getQuery()).contains("last_updated__gte");
    var body = changes ? NOTHING : ANSWERS.getOrDefault(uri.getPath(), NOTHING);
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void whatNetBoxHasIsReadAndShown() throws IOException {
    var url = "http://localhost:" + netbox.getAddress().getPort();
    var token = "0123456789abcdef0123456789abcdef01234567";
    try (var program =
        ServedProgram.with(folder, Map.of("NETBOX_URL", url, "NETBOX_TOKEN", token))) {
      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(() ->
              assertThat(asked(program, "/api/inventory/netbox-status"))
                  .contains("\"reachable\":true", "\"version\":\"4.7.3\"", "\"devices\":1"));

      assertThat(asked(program, "/api/inventory/devices")).contains("fra1-leaf01");
      assertThat(asked(program, "/api/inventory/prefixes"))
          .contains("\"gateway\":\"10.10.0.1\"", url + "/ipam/prefixes/4/");
      assertThat(asked(program, "/api/inventory/prefixes/4/available?limit=1"))
          .contains("\"addresses\":[\"10.10.0.2/24\"]");
    }
  }

  @Test
  void theSimulatedNetBoxComesWithTheSimulatedCluster() throws IOException {
    try (var program = ServedProgram.open(folder)) {
      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(() ->
              assertThat(asked(program, "/api/inventory/netbox-status"))
                  .contains("\"reachable\":true", "\"simulated\":true", "\"devices\":40"));
    }
    // What it has is found again, at whatever port.
    try (var program = ServedProgram.open(folder)) {
      assertThat(asked(program, "/api/inventory/devices?limit=1")).contains("\"platform\"");
    }
  }

  private static String asked(ServedProgram program, String path) throws IOException {
    return program.send(null, "GET", path, "").body();
  }
}
