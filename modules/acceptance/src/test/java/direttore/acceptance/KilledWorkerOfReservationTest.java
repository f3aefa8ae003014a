package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Doing;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartState;
import direttore.simulator.fault.Gate;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reservation of two guests is built, and taken down when it is given back; others are saved at
 * their end, repaired or handed over. The worker process is killed on the way, and another goes on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class KilledWorkerOfReservationTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int MANY = 2;
  private static final int POINTS = 12;
  private WorkerLab lab;
  private ReservationLab reservations;
  private KilledWorker worker;
  private int requests;

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    reservations = new ReservationLab(lab);
    worker = KilledWorker.of(lab);
    var id = book();
    awaitOver(id);
    assertOver(id, "undisturbed");
    requests = lab.simulator().traffic().latest().size();
  }

  @AfterAll
  void close() {
    worker.close();
    lab.close();
  }

  @TestFactory
  Stream<DynamicTest> builtAndTakenDownOnceWhereverTheWorkerIsKilled() {
    return worker.struck(POINTS, requests, this::killAt);
  }

  @TestFactory
  Stream<DynamicTest> savedRepairedAndHandedOverOnceWhereverTheWorkerIsKilled() {
    return new SaveRepairHandOver(lab, reservations, worker).struck();
  }

  private long book() {
    var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return reservations.book(
        new Window(start, start.plusSeconds(3600)), Margins.NONE, AtEnd.DESTROY, MANY);
  }

  private void killAt(Gate gate, String where) {
    var id = book();
    awaitReadyOr(gate, id);
    if (!gate.reached()) {
      reservations.giveBack(id);
      await().atMost(PATIENCE).until(() -> gate.reached() || over(id));
    }

    worker.die(gate);

    awaitOver(id);
    assertOver(id, where);
  }

  private void awaitReadyOr(Gate gate, long id) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> gate.reached() || ready(reservations.find(id)));
  }

  private static boolean ready(Life life) {
    return life.parts().stream().allMatch(part -> part.state() == PartState.READY);
  }

  private boolean over(long id) {
    return reservations.find(id).phase() == Phase.RETURNED;
  }

  /** Given back once it is ready, unless it was already. */
  private void awaitOver(long id) {
    if (reservations.find(id).phase().open()) {
      var ready = reservations.await(id, KilledWorkerOfReservationTest::ready);
      for (var part : ready.parts()) {
        var vmid = Objects.requireNonNull(part.guest()).vmid().value();
        var guests = lab.pve().guests(WorkerLab.NODE.value(), vmid);
        assertThat(guests).hasSize(1);
        assertThat(guests.getFirst().path("status").asText()).isEqualTo("running");
      }
      reservations.giveBack(id);
    }
    reservations.await(id, life -> life.phase() == Phase.RETURNED);
  }

  /** Each guest was made once, and nothing of it is left. */
  private void assertOver(long id, String where) {
    var operations = reservations.operations(id);
    // What brings it to rest may be cut short by its deletion.
    assertThat(operations)
        .as(where)
        .allMatch(o -> o.succeeded() || (o.doing() == Doing.HALT && o.cancelled()));
    var made = operations.stream().filter(o -> o.doing() == Doing.MAKE).toList();
    assertThat(made).as(where).hasSize(MANY);
    for (var operation : made) {
      var vmid = operation.guest().vmid().value();
      assertThat(lab.pve().guests(WorkerLab.NODE.value(), vmid)).as(where).isEmpty();
      assertThat(lab.pve().volumes(WorkerLab.NODE.value(), vmid)).as(where).isEmpty();
    }
    assertThat(reservations.find(id).parts())
        .as(where)
        .allMatch(part -> part.state() == PartState.GONE);
  }
}
