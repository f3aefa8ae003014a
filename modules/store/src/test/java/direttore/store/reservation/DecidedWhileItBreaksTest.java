package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device is put out of service between somebody's look at it and the decision. */
class DecidedWhileItBreaksTest {
  private ReservationLab lab;
  private Resource sw1;
  private ExecutorService threads;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    lab = new ReservationLab().nodes("pve1");
    sw1 = lab.device("sw1", "switch");
    threads = Executors.newVirtualThreadPerTaskExecutor();
    other = lab.database.pool().getConnection();
    other.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    threads.close();
    lab.close();
  }

  private void run(String sql) throws SQLException {
    try (var statement = other.createStatement()) {
      statement.execute(sql.formatted(sw1.id()));
    }
  }

  /** What decides about the device waits from now on. */
  private void hold() throws SQLException {
    run("SELECT pg_advisory_xact_lock(17490, %d)");
  }

  private <T> Future<T> begun(Callable<T> work, int waiting) {
    var done = threads.submit(work);
    await()
        .until(() ->
            done.isDone()
                || lab.count(
                        """
                        SELECT count(*) AS n FROM pg_locks
                         WHERE locktype = 'advisory' AND NOT granted
                           AND database = (SELECT oid FROM pg_database
                                            WHERE datname = current_database())
                        """)
                    == waiting);
    return done;
  }

  private void breaksUnder(Callable<Reservation> decision) throws SQLException {
    hold();
    var decided = begun(decision, 1);

    run("UPDATE resource SET out_by_hand = 'broken fan' WHERE id = %d");
    other.commit();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(decided::get)
        .havingCause()
        .isInstanceOfSatisfying(
            Refusal.ReservationConflict.class,
            refused ->
                assertThat(refused.conflicts())
                    .extracting(Conflict::why)
                    .containsExactly(Conflict.Why.OUT_OF_SERVICE));
  }

  @Test
  void nobodyBooksItAfterThat() throws SQLException {
    breaksUnder(() -> lab.book(hours(1, 2), ClaimRequest.device("sw1")));
  }

  @Test
  void nobodyGetsItByAChangeAfterThat() throws SQLException {
    var there = lab.book(hours(1, 2), ClaimRequest.node(new NodeName("pve1")));
    var wanted = ReservationChange.NOTHING.withClaims(List.of(ClaimRequest.device("sw1")));

    breaksUnder(() -> lab.reservations.change(there.id(), wanted, null));
  }

  @Test
  void anyOfSeveralIsAnotherOne() throws Exception {
    lab.device("sw2", "switch");
    hold();
    var booked = begun(() -> lab.book(hours(1, 2), any(ResourceKind.DEVICE, 1, "switch")), 1);

    run("UPDATE resource SET out_by_hand = 'broken fan' WHERE id = %d");
    other.commit();

    assertThat(booked.get().claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("sw2");
  }

  @Test
  void whoeverWasJustBeforeIsToldOfIt() throws Exception {
    hold();
    var booked = begun(() -> lab.book(hours(1, 2), ClaimRequest.device("sw1")), 1);
    var broken =
        begun(() -> lab.change(sw1, new ResourceChange(null, null, "broken fan", null)), 2);

    other.commit();

    assertThat(broken.get().told()).containsExactly(booked.get().id());
  }
}
