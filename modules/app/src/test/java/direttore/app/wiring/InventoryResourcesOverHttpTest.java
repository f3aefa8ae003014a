package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a change in NetBox to whoever has reserved what it is about. */
class InventoryResourcesOverHttpTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
  private static final Pattern ID = Pattern.compile("\"id\": *([0-9]+)");

  @TempDir Path folder;
  private SimulatedNetBox netbox;
  private HttpClient http;

  @BeforeEach
  void start() {
    netbox = SimulatedNetBox.start(NetBoxOptions.lab(TOKEN));
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    http.close();
    netbox.close();
  }

  private String inNetBox(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(netbox.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Token " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  private String device(String name) throws Exception {
    var found = ID.matcher(inNetBox("GET", "/api/dcim/devices/?brief=1&name=" + name, ""));
    assertThat(found.find()).isTrue();
    return "/api/dcim/devices/%s/".formatted(found.group(1));
  }

  private static String asked(ServedProgram program, String path) throws IOException {
    return program.send(null, "GET", path, "").body();
  }

  private static String reserve(ServedProgram program, String claim) throws IOException {
    var start = Instant.now().plusSeconds(3600);
    var body =
        """
        {"title":"lesson","start_dt":"%s","end_dt":"%s","claims":[%s]}
        """
            .formatted(start, start.plusSeconds(3600), claim);
    var answer = program.send(null, "POST", "/api/reservations", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static void eventually(ServedProgram program, String path, String... words) {
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() -> assertThat(asked(program, path)).contains(words));
  }

  @Test
  void whoeverReservedADeviceIsToldOfWhatBecomesOfItInNetBox() throws Exception {
    var settings = Map.of("NETBOX_URL", netbox.url(), "NETBOX_TOKEN", TOKEN);
    try (var program = ServedProgram.with(folder, settings)) {
      eventually(
          program,
          "/api/resources?kind=device&q=fra1-leaf01",
          "\"inventory\":{\"kind\":\"device\"",
          "\"site\":\"FRA1\",\"role\":\"Leaf\"",
          "\"role:leaf\",\"site:fra1\"");
      assertThat(asked(program, "/api/resources?kind=vlan&q=fra1-vlans/110"))
          .contains("\"name\":\"fra1-vlans/110\"", "\"name\":\"servers\"");
      var renamed = reserve(program, "{\"device\":\"fra1-leaf01\"}");
      var offline = reserve(program, "{\"device\":\"fra1-leaf02\"}");
      var deleted = reserve(program, "{\"device\":\"vie1-leaf01\"}");

      inNetBox("PATCH", device("fra1-leaf01"), "{\"name\":\"fra1-tor01\"}");
      inNetBox("PATCH", device("fra1-leaf02"), "{\"status\":\"offline\"}");
      inNetBox("PATCH", device("vie1-leaf01"), "{\"primary_ip4\":null}");
      inNetBox("DELETE", device("vie1-leaf01"), "");

      eventually(
          program, "/api/resources?q=fra1-leaf02", "\"out_of_service\":\"offline in NetBox\"");
      eventually(program, "/api/resources?q=vie1-leaf01", "\"no longer in NetBox\"");
      eventually(program, offline, "\"at_risk\":[{", "offline in NetBox");
      eventually(program, deleted, "\"at_risk\":[{", "no longer in NetBox");
      eventually(program, renamed, "\"at_risk\":[]", "\"name\":\"fra1-tor01\"");
      assertThat(asked(program, "/api/notices"))
          .contains(
              "device fra1-leaf02 is out of service: offline in NetBox",
              "device vie1-leaf01 is out of service: no longer in NetBox");
      assertThat(asked(program, deleted)).contains("\"status\":\"pending\"");
    }
  }
}
