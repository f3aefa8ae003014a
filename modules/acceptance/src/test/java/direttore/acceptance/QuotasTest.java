package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas as whoever orders meets them: over HTTP, with the real database and cluster. */
class QuotasTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final String CHECK = "?check=true";
  private static final String VMS = "/api/proxmox/nodes/pve1/vms";
  private static final String LXC = "/api/proxmox/nodes/pve1/lxc";
  private static final String CLONE = "{\"name\":\"copy\",\"clone_from\":9000}";
  private static final String CONTAINER =
      """
      {"hostname":"box","memory":256,"cores":2,"storage":"local-lvm","disk_size":2,
       "template":"local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz"}
      """;
  @TempDir Path folder;

  @Test
  void boundWhatIsOrderedUntilThereIsRoomAgain() throws Exception {
    // Nothing that is ordered comes to its end before it is cancelled.
    try (var lab = Lab.open(folder, Duration.ofMinutes(5))) {
      var settings = new HashMap<>(lab.settings());
      settings.put("AUTH_MODE", "required");
      var port = Integer.parseInt(settings.get("API_PORT"));
      try (var program = lab.start("serve", settings)) {
        try (var stranger = new JsonClient(port)) {
          stranger.awaitReady(PATIENCE);
        }
        try (var client = new JsonClient(port, Program.token(settings))) {
          assertThat(client.post("/api/people/admin/quota", "{\"cores\":5}").status())
              .isEqualTo(200);
          cancelAll(client, ordered(client));
          refusesTheCopyOfALargeDisk(client);
        }
        assertThat(program.lines())
            .filteredOn(line -> !Lab.tellsOfASlowMachine(line))
            .noneMatch(line -> line.contains("WARN"));
      }
    }
  }

  /** Of eight orders of two cores at once, those that fit into five. */
  private static List<String> ordered(JsonClient client) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var orders =
          IntStream.range(0, 8)
              .<Callable<JsonClient.Answer>>mapToObj(i -> () -> order(client))
              .toList();
      var answers = new ArrayList<JsonClient.Answer>();
      for (var answer : threads.invokeAll(orders)) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(a -> a.status() == 202).hasSize(2);
      assertThat(answers)
          .filteredOn(a -> a.status() != 202)
          .hasSize(6)
          .allSatisfy(QuotasTest::isOverQuota);
      return answers.stream()
          .filter(a -> a.status() == 202)
          .map(a -> a.body().path("operation").asText())
          .toList();
    }
  }

  /** A slow machine has too many at once, and says to come again: it has decided nothing then. */
  private static JsonClient.Answer order(JsonClient client) {
    return await()
        .atMost(PATIENCE)
        .until(() -> client.post(LXC, CONTAINER), answer -> answer.status() != 503);
  }

  private static void isOverQuota(JsonClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("type").asText()).endsWith(":over-quota");
    assertThat(answer.body().path("field").asText()).isEqualTo("cores");
    assertThat(answer.body().path("detail").asText())
        .isEqualTo("Your quota is 5 cores: you use 4, and this guest needs 2.");
  }

  /** What was cancelled before there was a guest gives its room back by itself. */
  private static void cancelAll(JsonClient client, List<String> operations) {
    isOverQuota(client.post(LXC + CHECK, CONTAINER));
    for (var operation : operations) {
      client.post("/api/operations/" + operation + "/cancel", "");
      assertThat(client.awaitEnd(operation, PATIENCE).path("status").asText())
          .isEqualTo("cancelled");
    }
    client.awaitBody(
        "/api/me/quota", PATIENCE, mine -> mine.at("/standings/0/use/guests").asInt(-1) == 0);
    assertThat(client.post(LXC + CHECK, CONTAINER).status()).isEqualTo(200);
  }

  private static void refusesTheCopyOfALargeDisk(JsonClient client) {
    client.post("/api/people/admin/quota", "{\"disk\":1048576}");

    var refused = client.post(VMS, CLONE);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("field").asText()).isEqualTo("disk");
    assertThat(refused.body().path("detail").asText())
        .startsWith("Your quota is 1 MiB of disk: you use 0 GiB, and this guest needs ");
  }
}
