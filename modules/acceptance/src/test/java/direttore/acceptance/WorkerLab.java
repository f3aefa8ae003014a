package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.access.Actor;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.GroupReconciler;
import direttore.domain.group.NewGroup;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Order;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.simulator.pve.PveSimulator;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Schema;
import direttore.store.group.PgGroups;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.store.worker.PgWorkers;
import direttore.testkit.Limit;
import direttore.testkit.Program;
import direttore.worker.queue.JobRunrQueue;
import direttore.worker.queue.JobStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A lab whose only client is a worker process, and what a right end looks like in it. */
final class WorkerLab implements AutoCloseable {
  static final NodeName NODE = new NodeName("pve1");
  static final VmId TEMPLATE = new VmId(9000);
  private final Lab lab;
  private final Database database;
  private final JobStore jobs;
  private final Pve pve;
  private final PgOperations operations;
  private final PgGroups groups;
  private final Dispatch dispatch;
  private final AtomicInteger vmids = new AtomicInteger(5000);
  private final Map<String, String> more;

  private WorkerLab(Lab lab, Map<String, String> more) {
    this.lab = lab;
    this.more = more;
    this.database = lab.database();
    Schema.migrate(database);
    this.jobs = JobStore.over(database.pool());
    this.pve = new Pve(lab.simulator());
    // Another key than the program's: these orders have no secrets.
    this.operations =
        new PgOperations(database, new Safe(new byte[32]), Clock.systemUTC(), UUID::randomUUID);
    this.groups =
        new PgGroups(database, new Safe(new byte[32]), Clock.systemUTC(), UUID::randomUUID);
    var workers = new PgWorkers(database);
    this.dispatch =
        new Dispatch(operations, new JobRunrQueue(jobs, workers::wake, Clock.systemUTC()));
  }

  static WorkerLab open(Path folder) {
    return open(folder, Map.of());
  }

  /** One whose workers have further settings. */
  static WorkerLab open(Path folder, Map<String, String> more) {
    return new WorkerLab(Lab.open(folder, Duration.ofMillis(300)), more);
  }

  PveSimulator simulator() {
    return lab.simulator();
  }

  Pve pve() {
    return pve;
  }

  Program startWorker() {
    var settings = lab.settings();
    settings.putAll(more);
    return lab.start("worker", settings);
  }

  /**
   * A killed worker's last sign of life was a while ago, and so was when it fetched its jobs, so
   * that nobody has to wait until others may take them.
   */
  void letDeathAge(int worker) {
    var sql =
        """
        WITH aged AS (UPDATE worker SET seen_at = now() - interval '6 s' WHERE number = %1$d)
        UPDATE jobrunr_jobs
           SET jobasjson = regexp_replace(
                 jobasjson, '(.*"createdAt":")[^"]*', '\\1' || to_char(
                   now() AT TIME ZONE 'UTC' - interval '1 min', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
         WHERE state = 'PROCESSING'
           AND id IN (SELECT id::text FROM operation WHERE worker = %1$d AND state = 'running')
        """;
    database.client().execute().dml(sql.formatted(worker));
  }

  /** The numbers of the workers whose process holds its lock. */
  List<Integer> livingWorkers() {
    return numbers("SELECT number FROM worker_alive");
  }

  /** Who has the operation, as soon as somebody has. */
  int worker(UUID operation) {
    var holder =
        "SELECT worker AS number FROM operation WHERE id = '%s' AND worker IS NOT NULL"
            .formatted(operation);
    return await()
        .atMost(Limit.NEVER)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> numbers(holder), found -> !found.isEmpty())
        .getFirst();
  }

  /** What a query answers as "number". */
  List<Integer> numbers(String sql) {
    return new ArrayList<>(
        database.client().execute().query(sql).map(row -> new Row(row).integer("number")).toList());
  }

  /**
   * Whether there is a moment, before that time is over, at which no transaction awaits its client.
   */
  boolean comesToRest(Duration patience) {
    var waiting =
        """
        SELECT pid AS number FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'
        """;
    var end = System.nanoTime() + patience.toNanos();
    while (!numbers(waiting).isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  VmId nextVmid() {
    return new VmId(vmids.getAndIncrement());
  }

  Database database() {
    return database;
  }

  /** Orders what the scenario is about. */
  UUID order(Scenario scenario, VmId guest) {
    return order(scenario.order(), scenario.kind(), guest);
  }

  /** Orders something else. */
  UUID order(Order order) {
    return dispatch
        .submit(
            new Submission(
                order, GuestSecrets.NONE, new Submitter(Actor.stranger("tester"), null, List.of())))
        .id();
  }

  /** Orders something of a guest. */
  UUID order(GuestAction order, GuestKind kind, VmId guest) {
    return dispatch
        .submit(
            new Submission(
                new GuestOrder(
                    ClusterName.MAIN, kind, NODE, new VmidChoice.Given(guest), order, Terms.USUAL),
                GuestSecrets.NONE,
                new Submitter(Actor.stranger("tester"), null, List.of())))
        .id();
  }

  /** Orders containers, all to be started once all are made. */
  UUID orderGroup(int many, int wave) {
    var members =
        IntStream.range(0, many)
            .mapToObj(i ->
                new NewGroup.Ordered(
                    new GuestOrder(
                        ClusterName.MAIN,
                        GuestKind.LXC,
                        NODE,
                        new VmidChoice.Given(nextVmid()),
                        Scenario.stoppedContainer(),
                        Terms.USUAL),
                    null,
                    GuestSecrets.NONE,
                    null))
            .toList();
    var group =
        groups.add(
            new NewGroup("Three", members, true, wave),
            new Submitter(Actor.stranger("tester"), null, List.of()));
    new GroupReconciler(groups, dispatch, Set::of).reconcile(group.id());
    return group.id();
  }

  GroupProgress group(UUID id) {
    return groups.find(id);
  }

  boolean groupEnded(UUID id) {
    return !group(id).group().active();
  }

  boolean ended(UUID operation) {
    return !find(operation).state().active();
  }

  Operation find(UUID operation) {
    return operations.find(operation);
  }

  Operation awaitEnd(UUID operation, Duration patience) {
    await().atMost(patience).pollInterval(Duration.ofMillis(20)).until(() -> ended(operation));
    return find(operation);
  }

  /** One guest and its disks and nothing more, or nothing at all; done once. */
  void assertRight(Scenario scenario, Operation ended) {
    assertThat(ended.state()).as(ended.toString()).isEqualTo(State.SUCCEEDED);
    var vmid = GuestOrder.guest(ended).vmid().value();
    var guests = pve.guests(NODE.value(), vmid);
    var volumes = pve.volumes(NODE.value(), vmid);
    if (!scenario.runsAfterwards()) {
      assertThat(guests).isEmpty();
      assertThat(volumes).isEmpty();
      return;
    }
    assertThat(guests).hasSize(1);
    assertThat(guests.getFirst().path("status").asText()).isEqualTo("running");
    var config =
        pve.get("/nodes/%s/%s/%d/config".formatted(NODE, scenario.kind().wire(), vmid)).toString();
    assertThat(volumes).isNotEmpty().allSatisfy(v -> assertThat(config).contains(v));
    assertThat(config).doesNotContain("\"lock\"");
    assertThat(madeOnce(scenario, vmid)).isTrue();
    assertThat(snapshots(scenario, vmid))
        .isEqualTo(scenario.snapshot().map(SnapshotName::value).stream().toList());
    assertThat(wellEnded("qmrollback", vmid)).isEqualTo(scenario == Scenario.ROLLBACK ? 1 : 0);
  }

  private List<String> snapshots(Scenario scenario, int vmid) {
    var path = "/nodes/%s/%s/%d/snapshot".formatted(NODE, scenario.kind().wire(), vmid);
    return pve.get(path).findValuesAsText("name").stream()
        .filter(name -> !name.equals("current"))
        .toList();
  }

  /** Whether at most one task that made this guest ended well. */
  private boolean madeOnce(Scenario scenario, int vmid) {
    var type = scenario.kind().wire().equals("lxc") ? "vzcreate" : "qmcreate";
    return wellEnded(type, vmid) <= 1;
  }

  /** How many tasks of that type on that guest ended well. */
  int wellEnded(String type, int vmid) {
    int well = 0;
    for (var task : tasks(type, vmid)) {
      well += task.path("status").asText().equals("OK") ? 1 : 0;
    }
    return well;
  }

  /** All tasks of that type on that guest, however they ended. */
  JsonNode tasks(String type, int vmid) {
    return pve.get("/nodes/%s/tasks?typefilter=%s&vmid=%d&limit=500".formatted(NODE, type, vmid));
  }

  @Override
  public void close() {
    pve.close();
    jobs.close();
    database.close();
    lab.close();
  }
}
