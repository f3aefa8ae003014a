package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.operation.Operation.State;
import direttore.simulator.fault.Fault;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Workers that lose PostgreSQL or stand still, and come back: every order is carried out once. */
@TestInstance(Lifecycle.PER_CLASS)
@Order(6)
class InterruptedWorkersTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int ORDERS = 6;
  private static final int RESTARTS = 3;
  private WorkerLab lab;
  private WorkerPool workers;

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    workers = WorkerPool.of(lab, 2);
  }

  @AfterAll
  void close() {
    workers.close();
    lab.close();
  }

  @Test
  void rebootsThatWaitedWhilePostgresqlRestartedAreAskedForOnce() {
    var guests = new ArrayList<VmId>();
    for (int i = 0; i < ORDERS; i++) {
      guests.add(vmThatObeys());
    }
    unreachable(".*/status/reboot");
    var reboot = new GuestAction.Power(PowerAction.REBOOT, 20, false);
    var orders = guests.stream().map(guest -> lab.order(reboot, GuestKind.QEMU, guest)).toList();
    orders.forEach(order -> awaitWaiting(order, "for Proxmox"));
    var carriers = new HashSet<Integer>();
    orders.forEach(order -> carriers.add(lab.worker(order)));

    for (int i = 0; i < RESTARTS; i++) {
      dropSessions();
      patiently().until(() -> lab.livingWorkers().size() == workers.numbers().size());
    }
    lab.simulator().faults().clear();

    for (var order : orders) {
      patiently().until(() -> lab.ended(order));
      assertThat(lab.find(order).state()).isEqualTo(State.SUCCEEDED);
      assertThat(carriers).contains(lab.worker(order));
    }
    // A living worker kept what it had: nobody took it up anew.
    assertThat(orders).allSatisfy(order -> assertThat(lab.find(order).attempt()).isEqualTo(1));
    assertThat(guests)
        .allSatisfy(guest -> assertThat(lab.tasks("qmreboot", guest.value())).hasSize(1));
  }

  @Test
  void aFrozenWorkerWhoseSessionIsDroppedRollsNothingBackOnceMore() {
    rollsBackOnce(this::dropSession);
  }

  @Test
  void aFrozenWorkerThatKeepsItsSessionLosesItsOrdersAfterHalfAMinute() {
    rollsBackOnce(frozen ->
        // It stands still and cannot gainsay: what would take half a minute takes a moment.
        lab.numbers(
            "UPDATE worker SET seen_at = now() - interval '29 s' WHERE number = "
                + frozen
                + " RETURNING number"));
  }

  /** One with a system in it, which shuts down when it is asked to. */
  private VmId vmThatObeys() {
    var vmid = lab.nextVmid();
    var vms = "/nodes/%s/qemu/".formatted(WorkerLab.NODE);
    var made = lab.pve().post(vms + WorkerLab.TEMPLATE + "/clone", Map.of("newid", "" + vmid));
    lab.pve().awaitOk(made);
    lab.pve().awaitOk(lab.pve().post(vms + vmid + "/status/start", Map.of()));
    return vmid;
  }

  private void rollsBackOnce(IntConsumer losesItsOrders) {
    var guest = Scenario.ROLLBACK.prepare(lab);
    unreachable(".*/rollback");
    var order = lab.order(Scenario.ROLLBACK, guest);
    awaitWaiting(order, "for Proxmox");
    var frozen = lab.worker(order);

    var program = workers.get(frozen);
    program.freeze();
    try {
      losesItsOrders.accept(frozen);
      patiently().until(() -> lab.worker(order) != frozen);
      lab.simulator().faults().clear();
      patiently().until(() -> lab.ended(order));
      lab.assertRight(Scenario.ROLLBACK, lab.find(order));
    } finally {
      program.thaw();
    }
    patiently().until(() -> seenLately().contains(frozen) && lab.livingWorkers().contains(frozen));
    // Its wait is long over, so that it asks at once if it asks at all.
    await()
        .during(Duration.ofSeconds(1))
        .atMost(PATIENCE)
        .untilAsserted(() -> lab.assertRight(Scenario.ROLLBACK, lab.find(order)));
  }

  /** The sessions of the workers end, and so may ours. */
  private static ConditionFactory patiently() {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(RuntimeException.class);
  }

  private void unreachable(String path) {
    lab.simulator()
        .faults()
        .add(Fault.always("POST", path, new Fault.Status(595, "No route to host", true)));
  }

  private void awaitWaiting(UUID order, String what) {
    patiently().until(() -> String.valueOf(lab.find(order).waiting()).startsWith(what));
  }

  private List<Integer> seenLately() {
    return lab.numbers("SELECT number FROM worker WHERE seen_at > now() - interval '2 s'");
  }

  /** All at once, as when PostgreSQL restarts. */
  private void dropSessions() {
    lab.numbers(
        """
        SELECT count(pg_terminate_backend(pid))::int AS number FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()
        """);
  }

  private void dropSession(int worker) {
    lab.numbers(
        """
        SELECT count(pg_terminate_backend(pid))::int AS number
          FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE locktype = 'advisory' AND classid = 17481 AND objid::int = %d
           AND datname = current_database()
        """
            .formatted(worker));
  }
}
