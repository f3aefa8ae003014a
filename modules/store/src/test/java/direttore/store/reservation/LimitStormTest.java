package direttore.store.reservation;

import static direttore.store.quota.QuotaLab.holder;
import static direttore.store.quota.QuotaLab.red;
import static direttore.store.reservation.LimitsLab.RED;
import static direttore.store.reservation.ReservationLab.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.domain.reservation.AtEnd;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many who book and order at once; the judge is SQL of its own. */
class LimitStormTest {
  private static final int WRITERS = 64;
  private static final int BOUND = 8;

  /** Moments in which somebody's guests, booked and not, are more than their quota. */
  private static final String OVER_QUOTA =
      """
      WITH change AS (
        SELECT resource, lower(during) AS at, cores FROM claim WHERE holding
        UNION ALL
        SELECT resource, upper(during), -cores FROM claim WHERE holding
      ), load AS (
        SELECT resource, at, sum(sum(cores)) OVER (PARTITION BY resource ORDER BY at) AS cores
          FROM change GROUP BY resource, at
      )
      SELECT count(*) AS n
        FROM load l JOIN resource r ON r.id = l.resource
        LEFT JOIN person p ON r.kind = 'person' AND p.name = r.name
        JOIN quota q ON q.person = p.id OR (r.kind = 'team' AND q.team = r.name)
       WHERE l.cores + coalesce((SELECT sum(h.cores) FROM holding h
                                  WHERE h.counts AND (h.person = p.id OR h.team = q.team)), 0)
             > q.cores
      """;

  private final LimitsLab lab = new LimitsLab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void sixtyFourWritersNeverGetMoreThanTheirTeamMayHave() throws Exception {
    lab.people.bound(red(), null, (long) BOUND);
    lab.people.bound(holder(lab.people.ben), null, BOUND / 2L);
    var got = new AtomicInteger();
    var refused = new AtomicInteger();

    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Object>>();
      for (var i = 0; i < WRITERS; i++) {
        var random = new Random(i);
        work.add(() -> {
          for (var n = 0; n < 3; n++) {
            try {
              give(random);
              got.incrementAndGet();
            } catch (Refusal.ReservationConflict | Refusal.OverQuota | Refusal.Overloaded e) {
              refused.incrementAndGet();
            }
          }
          return true;
        });
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(got.get()).isPositive();
    assertThat(refused.get()).isPositive();
    assertThat(lab.lab.count(OVER_QUOTA)).isZero();
    assertThat(
            lab.lab.count(
                "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
  }

  @Test
  void whatIsMadeWhileABookingWaitsForItsTurnCounts() throws Exception {
    lab.people.bound(holder(lab.people.ana), null, 1L);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor();
        var other = lab.people.database.connect()) {
      other.setAutoCommit(false);
      run(other, "SELECT pg_advisory_xact_lock(17490, id) FROM resource WHERE name = 'ana'");
      var booking = pool.submit(() -> lab.book(lab.people.ana, null, hours(1, 1), 1));
      await()
          .until(() ->
              lab.lab.count(
                      "SELECT count(*) AS n FROM pg_locks WHERE classid = 17490 AND NOT granted")
                  > 0);

      run(
          other,
          """
          INSERT INTO holding (kind, key, person, since, cores)
          SELECT 'guest', '104', id, now(), 1 FROM person WHERE name = 'ana'
          """);
      other.commit();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(booking::get)
          .withCauseInstanceOf(Refusal.ReservationConflict.class);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void give(Random random) {
    var person = random.nextBoolean() ? lab.people.ana : lab.people.ben;
    var window = hours(1 + random.nextInt(16) / 4.0, 0.5 + random.nextInt(8) / 4.0);
    switch (random.nextInt(12)) {
      case 0 -> lab.people.orderForRed(person, 1);
      case 1 ->
          lab.lab.reservations.book(
              LimitsLab.wanted(person, RED, window, 1, AtEnd.STOP), LimitsLab.by(person));
      default -> lab.book(person, RED, window, 1 + random.nextInt(2));
    }
  }

  @Test
  void whoBooksAtOnceFillsAQuotaToItsLastCore() throws Exception {
    lab.people.bound(red(), null, (long) BOUND);
    var got = new AtomicInteger();

    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Object>>();
      for (var i = 0; i < WRITERS; i++) {
        work.add(() -> {
          try {
            lab.book(lab.people.ana, RED, hours(1, 1), 1);
            return got.incrementAndGet();
          } catch (Refusal.ReservationConflict e) {
            return 0;
          }
        });
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(got.get()).isEqualTo(BOUND);
    assertThat(lab.lab.count(OVER_QUOTA)).isZero();
  }
}
