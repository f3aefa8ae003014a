package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of now, started on what version 0.1 left behind when it was killed in mid-work. */
final class OldFolderIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path parent;
  private static OldFolder old;
  private static WebProgram program;

  @BeforeAll
  static void start() throws IOException, SQLException {
    var folder = parent.toRealPath();
    old = OldFolder.in(folder.resolve("data"));
    var settings =
        Map.of(
            "AUTH_MODE", "required",
            "SIMULATOR_NODES", "1",
            "SIMULATOR_GUESTS", "12",
            "SIMULATOR_TASK_SECONDS", "0.2");
    program = WebProgram.start(folder, settings).ready();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void losesAndChangesNoRow() throws IOException, SQLException {
    var now = old.rows();
    for (var left : old.left().entrySet()) {
      assertThat(left.getValue()).as(left.getKey()).isNotEmpty();
      for (var row : left.getValue()) {
        assertThat(Objects.requireNonNull(now.get(left.getKey())))
            .as("%s: %s", left.getKey(), row)
            .anyMatch(other -> holds(other, row));
      }
    }
  }

  /** A later version may say more in a row, and nothing else. */
  private static boolean holds(JsonNode now, JsonNode before) {
    return before.properties().stream()
        .allMatch(field -> field.getValue().equals(now.get(field.getKey())));
  }

  @Test
  void letsPeopleInByThePasswordAndTheTokenOfThen() throws IOException {
    var proof = "{\"name\": \"ada\", \"password\": \"ada-of-version-0.1\"}";

    var signedIn = program.post("/api/session", proof);

    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertThat(get("/api/session").path("name").asText()).isEqualTo("ada");
  }

  @Test
  void knowsWhoseGuestsAreWhose() throws IOException {
    assertThat(all(get("/api/owners").path("owners")))
        .extracting(o -> o.path("vmid").asInt(), o -> o.path("owner").asText())
        .contains(tuple(4001, "ada"), tuple(4002, "ben"), tuple(4006, "ada"));
    assertThat(get("/api/me/quota").toString()).contains("\"guests\":9");
  }

  @Test
  void listsTheOperationsOfThen() throws IOException {
    assertThat(all(get("/api/operations?limit=200").path("operations")))
        .extracting(
            o -> o.path("kind").asText(),
            o -> o.path("node").asText(),
            o -> o.path("vmid").asInt(),
            o -> o.path("status").asText())
        .contains(
            tuple("create-lxc", "pve1", 4001, "succeeded"),
            tuple("create-vm", "pve1", 4002, "succeeded"),
            tuple("clone-vm", "pve1", 4003, "succeeded"),
            tuple("start", "pve1", 4002, "succeeded"),
            tuple("snapshot", "pve1", 4002, "succeeded"),
            tuple("rollback", "pve1", 4002, "succeeded"),
            tuple("delete-snapshot", "pve1", 4002, "succeeded"),
            tuple("stop", "pve1", 4001, "succeeded"),
            tuple("delete", "pve1", 4003, "succeeded"),
            tuple("create-vm", "pve1", 4004, "failed"),
            tuple("shutdown", "pve1", 4002, "cancelled"));
  }

  @Test
  void carriesOutWhatWasOrderedThen() throws IOException {
    // With the password that lies sealed in the database since.
    await().atMost(PATIENCE).until(() -> status("create-lxc", 4006).equals("succeeded"));
    assertThat(get("/api/proxmox/nodes/pve1/lxc").toString()).contains("\"name\":\"later\"");
  }

  @Test
  void saysWhatBecameOfWhatWasUnderWay() throws IOException {
    // The task that made it ended with the simulated cluster.
    await().atMost(PATIENCE).until(() -> status("create-vm", 4005).equals("failed"));

    var operation = operation("create-vm", 4005);

    assertThat(operation.path("error").path("message").asText()).contains("process or node died");
    assertThat(operation.path("error").path("left").path("vmid").asInt()).isEqualTo(4005);
  }

  @Test
  void tellsWhoResumesOfGuestsAsTheyAreCalledNow() throws Exception {
    var request =
        HttpRequest.newBuilder(program.uri("/api/events?last_event_id=1"))
            .header("Authorization", "Bearer " + OldFolder.token())
            .build();
    try (var client = HttpClient.newHttpClient();
        var lines = client.send(request, BodyHandlers.ofLines()).body()) {
      assertThat(lines.filter(line -> line.contains("4001")).findFirst().orElseThrow())
          .contains("\"main/pve1/lxc/4001\"");
    }
  }

  private static String status(String kind, int vmid) throws IOException {
    return operation(kind, vmid).path("status").asText();
  }

  private static JsonNode operation(String kind, int vmid) throws IOException {
    return get("/api/operations?vmid=%d&kind=%s".formatted(vmid, kind)).path("operations").path(0);
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode get(String path) throws IOException {
    var request =
        HttpRequest.newBuilder(program.uri(path))
            .header("Authorization", "Bearer " + OldFolder.token())
            .build();
    var answer = WebProgram.send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
