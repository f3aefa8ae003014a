package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.simulator.fault.Fault;
import direttore.store.Database;
import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that takes no changes for a while: orders wait for it and are carried out once, the
 * API says what is wrong, and the logs say so in two lines.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseOutageTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final String VM =
      """
      {"vmid":%d,"name":"vm","memory":512,"cores":1,"storage":"local-lvm","disk":"4G"}
      """;
  private static final String JOBS_AGAIN = "JobRunr's server had stopped; it is started again";
  private Lab lab;
  private Pve pve;
  private Database database;
  private Program api;
  private Program worker;
  private JsonClient client;

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = Lab.open(folder, Duration.ofSeconds(1));
    pve = new Pve(lab.simulator());
    database = lab.database();
    var settings = lab.settings();
    api = lab.start("api", settings);
    worker = lab.start("worker", lab.settings());
    client = new JsonClient(Integer.parseInt(settings.get("API_PORT")));
    client.awaitReady(PATIENCE);
    // The last of what a start says.
    for (var program : List.of(api, worker)) {
      patiently().until(() -> program.output().contains("Proxmox VE cluster"));
    }
  }

  @AfterAll
  void close() {
    client.close();
    worker.close();
    api.close();
    database.close();
    pve.close();
    lab.close();
  }

  @Test
  void anOrderWithoutTroubleLeavesTwoLinesInEachLog() {
    var lines = api.lines().size();
    var workerLines = worker.lines().size();

    var id = id(order("/api/proxmox/nodes/pve1/vms", VM.formatted(6000)));
    client.awaitEnd(id, PATIENCE);

    var ended = "Operation " + id + " has ended: create-vm of VM 6000 on pve1, succeeded.";
    assertTwoLines(
        api, lines, "Operation " + id + " is accepted: create-vm of VM 6000 on pve1.", ended);
    assertTwoLines(
        worker,
        workerLines,
        "Operation " + id + " is taken up: create-vm of VM 6000 on pve1.",
        ended);
  }

  private static void assertTwoLines(Program program, int before, String first, String second) {
    patiently()
        .untilAsserted(() ->
            assertThat(program.lines().stream().skip(before))
                .filteredOn(line -> !Lab.tellsOfASlowMachine(line))
                .filteredOn(line -> !line.contains("JobRunr's server had stopped"))
                .satisfiesExactly(
                    line -> assertThat(line).endsWith(first),
                    line -> assertThat(line).endsWith(second)));
  }

  @Test
  void ordersWaitForADatabaseThatIsReadOnly() {
    waitsFor(
        "PostgreSQL is read-only",
        6100,
        List.of(
            """
            DO $$ BEGIN
              EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',
                             current_database());
            END $$
            """,
            // Once that is committed: who connects before may write.
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
            """),
        "SET default_transaction_read_only = off",
        """
        DO $$ BEGIN
          EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only',
                         current_database());
        END $$
        """);
  }

  @Test
  void ordersWaitForADatabaseWhoseDiskIsFull() {
    waitsFor(
        "PostgreSQL's disk is full",
        6200,
        List.of(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
            END $$;
            DO $$ DECLARE t text; BEGIN
              FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON %I'
                               ' EXECUTE FUNCTION full_disk()', t);
              END LOOP;
            END $$
            """),
        "DROP FUNCTION full_disk CASCADE");
  }

  private void waitsFor(String trouble, int vmid, List<String> away, String... back) {
    var lines = api.lines().size();
    var workerLines = worker.lines().size();
    var start = "/nodes/pve1/qemu/%d/status/start".formatted(vmid);
    pve.awaitOk(pve.post("/nodes/pve1/qemu", Map.of("vmid", "" + vmid, "memory", "128")));
    lab.simulator()
        .faults()
        .add(Fault.always("POST", ".*" + start, new Fault.Status(595, "No route to host", true)));
    var starting = order("/api/proxmox/nodes/pve1/vms/%d/start".formatted(vmid), "{}");
    client.awaitBody(starting, PATIENCE, o -> o.path("waiting").asText().startsWith("for Proxmox"));
    var creating = order("/api/proxmox/nodes/pve1/vms", VM.formatted(vmid + 1));

    execute(away.toArray(String[]::new));
    patiently()
        .untilAsserted(() -> {
          var ready = client.get("/health/ready");
          assertThat(ready.status()).isEqualTo(503);
          assertThat(ready.body().toString()).contains(trouble);
        });
    assertThat(client.post("/api/proxmox/nodes/pve1/vms", VM.formatted(vmid + 2)).status())
        .isEqualTo(503);
    lab.simulator().faults().clear();
    patiently().until(() -> ended("qmcreate", vmid + 1));
    assertThat(client.get(starting).body().path("status").asText()).isEqualTo("running");

    execute(back);
    client.awaitReady(PATIENCE);
    for (var operation : List.of(starting, creating)) {
      var ended = client.awaitEnd(id(operation), PATIENCE);
      assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
    }
    assertThat(tasks("qmstart", vmid)).isEqualTo(1);
    assertThat(tasks("qmcreate", vmid + 1)).isEqualTo(1);
    assertThat(tasks("qmcreate", vmid + 2)).isZero();
    assertSaidOnce(api, lines, trouble);
    assertSaidOnce(worker, workerLines, trouble);
  }

  /** Beside the two lines of each order; each process notices the return by itself. */
  private static void assertSaidOnce(Program program, int before, String trouble) {
    patiently()
        .untilAsserted(() ->
            assertThat(program.lines().stream().skip(before))
                .filteredOn(line ->
                    !line.contains(": Operation ")
                        && !line.contains(JOBS_AGAIN)
                        && !Lab.tellsOfASlowMachine(line))
                .satisfiesExactly(
                    // Whoever meets its connection's end before its next one says that.
                    away ->
                        assertThat(away)
                            .contains("The database is away")
                            .containsAnyOf(trouble, "PostgreSQL is stopping or starting"),
                    back -> assertThat(back).contains("The database is back")));
  }

  private String order(String path, String body) {
    var answer = client.post(path, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return "/api/operations/" + answer.body().path("operation").asText();
  }

  private static String id(String operation) {
    return operation.substring(operation.lastIndexOf('/') + 1);
  }

  private int tasks(String type, int vmid) {
    return pve.get("/nodes/pve1/tasks?typefilter=%s&vmid=%d&source=all".formatted(type, vmid))
        .size();
  }

  private boolean ended(String type, int vmid) {
    return tasks(type, vmid) == 1
        && pve.get("/nodes/pve1/tasks?typefilter=%s&vmid=%d&source=active".formatted(type, vmid))
            .isEmpty();
  }

  /** One after the other, in one session. */
  private void execute(String... statements) {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
  }
}
