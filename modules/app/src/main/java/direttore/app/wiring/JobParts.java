package direttore.app.wiring;

import direttore.domain.operation.Dispatch;
import direttore.domain.operation.OrderTurns;
import direttore.domain.time.Time;
import direttore.proxmox.hypervisor.ProxmoxHypervisor;
import direttore.store.CoalescedTask;
import direttore.store.worker.PgWorkers;
import direttore.worker.Worker;
import direttore.worker.WorkerParts;
import direttore.worker.WorkerSettings;
import direttore.worker.guestorder.GuestFamily;
import direttore.worker.guestorder.GuestSettings;
import direttore.worker.queue.Dashboard;
import direttore.worker.queue.JobRunrQueue;
import direttore.worker.queue.JobStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The queue of jobs, and in a process that works the worker that takes them. */
final class JobParts {
  private static final int WORKER_CONNECTIONS = 4;
  private static final int JOB_CONNECTIONS = 4;
  private static final Duration BETWEEN_WAKES = Duration.ofMillis(5);

  private final Foundation base;
  private final PgWorkers workers;
  private final JobStore jobs;
  private final JobRunrQueue queue;
  private final OrderTurns turns = new OrderTurns();

  JobParts(Foundation base) {
    this.base = base;
    var lifetime = base.lifetime();
    // Jobs are hints: what is to be done stands in the operations, and a lost job is made again.
    var hints = lifetime.open(() -> base.database().besideForHints("jobs", JOB_CONNECTIONS));
    this.workers = new PgWorkers(base.database());
    this.jobs = lifetime.open(() -> JobStore.existing(hints.pool()));
    var waking =
        lifetime.open(() ->
            new CoalescedTask("wake-workers", workers::wake, BETWEEN_WAKES, Duration.ofHours(1)));
    this.queue = new JobRunrQueue(jobs, waking::ask, base.clock());
  }

  JobRunrQueue queue() {
    return queue;
  }

  /** Of the orders that this process decides. */
  OrderTurns turns() {
    return turns;
  }

  /** Begins to carry operations out. */
  void work(NetBoxParts netbox) {
    var database = base.beside("worker", WORKER_CONNECTIONS);
    var operations = base.operations(database);
    var guests =
        base.lifetime()
            .open(() ->
                GuestFamily.start(
                    operations,
                    operations,
                    new ProxmoxHypervisor(base.proxmox()),
                    guestSettings(),
                    Time.of(base.clock())));
    var dispatch = new Dispatch(operations, queue);
    var groups = GroupParts.of(base, base.database(), dispatch);
    var lives = LifeParts.of(base, netbox, dispatch);
    var parts =
        new WorkerParts(
            jobs,
            queue,
            operations,
            workers,
            List.of(
                guests,
                AllocationFeature.family(base, database, netbox),
                RecordFeature.family(base, database, netbox)),
            turns,
            operation -> {
              if (!lives.ended(operation)) {
                groups.ended(operation);
              }
            },
            settings(),
            base.clock());
    var worker = base.lifetime().open(() -> Worker.start(parts));
    base.agenda().add(worker.duty());
    base.agenda().add(groups.duty());
    base.agenda().add(lives.duty());
    lives.ring(base);
    NoticeFeature.tell(base);
  }

  /** Opens JobRunr's dashboard to operators who sign in at the API. */
  void dashboard(AccessParts access, URI api) {
    var names =
        base.settings().api().hosts().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    var dashboard =
        base.lifetime()
            .open(() ->
                Dashboard.start(
                    jobs,
                    base.settings().dashboardPort(),
                    access.operators(api),
                    names,
                    access.audit(),
                    base.clock()));
    base.places().add("JobRunr dashboard", "http://127.0.0.1:" + dashboard.port(), "for operators");
  }

  private GuestSettings guestSettings() {
    var wanted = base.settings().worker();
    var usual = GuestSettings.of(wanted.vmids());
    return new GuestSettings(wanted.vmids(), wanted.clonesPerSource(), usual.clonesPerStorage());
  }

  private WorkerSettings settings() {
    var wanted = base.settings().worker();
    var usual = WorkerSettings.usual();
    return new WorkerSettings(
        wanted.threads(),
        usual.lockPatience(),
        usual.outagePatience(),
        usual.sweep(),
        usual.grace(),
        Duration.ofHours(base.settings().retention().jobHours()));
  }
}
