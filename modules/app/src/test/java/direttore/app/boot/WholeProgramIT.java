package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All parts together, on the module path as people run them. */
final class WholeProgramIT {
  private static final Pattern DASHBOARD = Pattern.compile("JobRunr dashboard +(\\S+)");

  private static final Set<String> METHODS =
      Set.of("options", "get", "post", "put", "patch", "delete");

  @TempDir static Path parent;
  private static Path folder;
  private static WebProgram program;

  @BeforeAll
  static void start() throws IOException {
    folder = parent.toRealPath();
    program = WebProgram.start(folder, Map.of("SIMULATOR_TASK_SECONDS", "0.2")).ready();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> program.output().contains("JobRunr dashboard"));
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void provisionsAContainerOnTheSimulatedCluster() throws IOException {
    var accepted =
        program.post(
            "/api/proxmox/nodes/pve1/lxc",
            """
            {"hostname": "first", "memory": 256, "storage": "local-lvm", "disk_size": 4,
             "template": "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz",
             "nics": [{"name": "eth0", "bridge": "vmbr0", "ip": "dhcp"}],
             "password": "only-in-this-test", "start_after_create": true}
            """);

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    var operation = accepted.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(program.get(operation).body()).contains("\"status\":\"succeeded\""));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(program.get("/api/proxmox/nodes/pve1/lxc").body())
                .containsPattern("\"name\":\"first\",\"status\":\"running\""));
  }

  @Test
  void answersOnEachPageAndSaysThatItIsReady() throws IOException {
    for (var path :
        new String[] {
          "/health/ready",
          "/docs",
          "/redoc",
          "/openapi.json",
          "/docs-assets/swagger-ui-bundle.js",
          "/docs-assets/redoc.standalone.js",
          "/api/proxmox/nodes",
          "/api/operations"
        }) {
      assertThat(program.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void answersWithAllThatItsContractHas() throws IOException {
    var contract = new ObjectMapper().readTree(program.get("/openapi.json").body());
    for (var path : contract.get("paths").properties()) {
      var methods = new ArrayList<>(List.of("options"));
      path.getValue().fieldNames().forEachRemaining(methods::add);
      var asked = program.uri(path.getKey().replaceAll("[{}]", ""));
      var options =
          HttpRequest.newBuilder(asked).method("OPTIONS", BodyPublishers.noBody()).build();

      var allowed = WebProgram.send(options).headers().firstValue("Allow").orElse("");

      assertThat(List.of(allowed.toLowerCase(Locale.ROOT).split(", ")))
          .as(path.getKey())
          .containsAll(methods.stream().filter(METHODS::contains).toList());
    }
  }

  @Test
  void showsTheDashboardWhereNobodySignsIn() throws IOException {
    var address = DASHBOARD.matcher(program.output());
    assertThat(address.find()).isTrue();
    var page = URI.create(address.group(1) + "/dashboard");

    assertThat(WebProgram.send(HttpRequest.newBuilder(page).build()).statusCode()).isLessThan(400);
  }

  @Test
  void saysWhereToGoAndShowsNoPassword() throws IOException {
    assertThat(program.output())
        .contains("API documentation", "JobRunr dashboard", "Simulated cluster");
    for (var secret : new String[] {"simulator.password", "simulator.token"}) {
      assertThat(program.output())
          .contains(folder.resolve("data").resolve(secret).toString())
          .doesNotContain(Files.readString(folder.resolve("data").resolve(secret)).strip());
    }
  }
}
