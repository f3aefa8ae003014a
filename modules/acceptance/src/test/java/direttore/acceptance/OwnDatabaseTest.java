package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with a PostgreSQL of its own, which is killed in mid-work. */
@Order(7)
class OwnDatabaseTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int RESTARTS = 5;
  @TempDir Path folder;

  @Test
  void ordersGoOnWhenItsPostgresqlIsKilledAndItEndsWhenThatIsOfNoUse() throws IOException {
    try (var lab = Lab.open(folder, Duration.ofSeconds(1));
        var pve = new Pve(lab.simulator())) {
      var settings = lab.settings();
      settings.keySet().removeIf(name -> name.startsWith("DATABASE_"));
      var cluster = lab.dataFolder().resolve("postgres");
      try (var program = lab.start("serve", settings);
          var client = new JsonClient(Integer.parseInt(settings.get("API_PORT")))) {
        client.awaitReady(PATIENCE);
        patiently().until(() -> program.output().contains("JobRunr dashboard"));
        leavesTwoLines(program, client);
        var before = program.lines().size();
        var orders = orders(client);

        kill(cluster, () -> isDown(client));

        for (var order : orders) {
          var ended = client.awaitEnd(order, PATIENCE);
          assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
          assertThat(
                  pve.get(
                      "/nodes/pve1/tasks?typefilter=qmcreate&source=all&vmid="
                          + ended.path("vmid").asInt()))
              .hasSize(1);
        }
        client.awaitReady(PATIENCE);
        saysSo(program.lines().subList(before, program.lines().size()));

        givesUp(program, cluster);
      }
    }
  }

  /** One order without any trouble. */
  private static void leavesTwoLines(Program program, JsonClient client) {
    var before = program.lines().size();
    var id = order(client, 6300);
    client.awaitEnd(id, PATIENCE);
    patiently()
        .untilAsserted(() ->
            assertThat(program.lines().stream().skip(before))
                .filteredOn(line -> !Lab.tellsOfASlowMachine(line))
                .satisfiesExactly(
                    first ->
                        assertThat(first)
                            .contains("Operation " + id + " is taken up: create-vm of VM 6300"),
                    second ->
                        assertThat(second)
                            .contains("Operation " + id + " has ended: ", ", succeeded.")));
  }

  private static List<String> orders(JsonClient client) {
    var orders = new ArrayList<String>();
    for (int vmid = 6301; vmid <= 6303; vmid++) {
      orders.add(order(client, vmid));
    }
    return orders;
  }

  private static String order(JsonClient client, int vmid) {
    var answer =
        client.post(
            "/api/proxmox/nodes/pve1/vms",
            """
            {"vmid":%d,"name":"vm","memory":512,"cores":1,"storage":"local-lvm","disk":"4G"}
            """
                .formatted(vmid));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return answer.body().path("operation").asText();
  }

  /** As a memory killer does; it cannot start again until what is to be seen meanwhile is seen. */
  private static void kill(Path cluster, Runnable meanwhile) throws IOException {
    var configuration = cluster.resolve("postgresql.conf");
    var aside = cluster.resolve("aside.conf");
    Files.move(configuration, aside);
    try {
      ProcessHandle.of(postmaster(cluster)).orElseThrow().destroyForcibly();
      meanwhile.run();
    } finally {
      Files.move(aside, configuration);
    }
  }

  private static void isDown(JsonClient client) {
    patiently()
        .untilAsserted(() -> {
          var ready = client.get("/health/ready");
          assertThat(ready.status()).isEqualTo(503);
          assertThat(ready.body().toString()).contains("PostgreSQL cannot be reached");
        });
    assertThat(client.get("/api/operations").status()).isEqualTo(503);
    assertThat(client.get("/health/live").status()).isEqualTo(200);
  }

  private static void saysSo(List<String> lines) {
    assertThat(lines).noneMatch(line -> line.startsWith(" "));
    assertThat(lines)
        .filteredOn(line ->
            !line.contains("RunLog: Operation ")
                && !line.contains("JobServer")
                && !Lab.tellsOfASlowMachine(line))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("PostgreSQL has ended by itself"),
            line -> assertThat(line).contains("PostgreSQL runs again"),
            line -> assertThat(line).contains("The database is away"),
            line -> assertThat(line).contains("The database is back"));
  }

  /** It ends with a sentence, for a supervisor, when that happens again and again. */
  private static void givesUp(Program program, Path cluster) {
    for (int restarts = 1; restarts <= RESTARTS; restarts++) {
      var again = restarts;
      patiently().until(() -> restarts(program) >= again);
      ProcessHandle.of(postmaster(cluster)).orElseThrow().destroyForcibly();
    }
    patiently().until(() -> !program.alive());
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.lines().getLast())
        .isEqualTo("Direttore ends: its PostgreSQL ends again and again.");
  }

  private static long restarts(Program program) {
    return program.lines().stream().filter(line -> line.contains("PostgreSQL runs again")).count();
  }

  /** The process of the server that runs. */
  private static long postmaster(Path cluster) {
    try {
      return Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst());
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("no PostgreSQL runs in " + cluster, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
  }
}
