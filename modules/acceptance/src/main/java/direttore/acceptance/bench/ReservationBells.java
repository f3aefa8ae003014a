package direttore.acceptance.bench;

import direttore.domain.time.Time;
import direttore.store.Database;
import direttore.store.operation.Safe;
import direttore.store.reservation.PgLives;
import direttore.worker.reservation.Ringer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A thousand reservations that end in one second, with two workers that ring: how long after its
 * end each is over for everybody, which is when the transaction that rang is committed.
 */
final class ReservationBells {
  private static final int COUNT = 1_000;
  private static final Duration AHEAD = Duration.ofSeconds(4);

  private final Database database;

  ReservationBells(Database database) {
    this.database = database;
  }

  void measure(int rounds) throws SQLException, InterruptedException {
    ReservationFill.execute(
        database, "INSERT INTO resource (kind, name, cores) VALUES ('node', 'bells', 64)");
    var all = new ConcurrentLinkedQueue<Long>();
    for (var i = 0; i < rounds; i++) {
      round(all);
    }
    var figures = new Figures(all.stream().mapToLong(Long::longValue).toArray());
    Bench.row(
        "%,d reservations end in one second: over after".formatted(COUNT),
        "p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
            .formatted(figures.percentile(50), figures.percentile(99), figures.percentile(100)));
  }

  private void round(ConcurrentLinkedQueue<Long> all) throws SQLException, InterruptedException {
    var end = Instant.ofEpochSecond(Instant.now().plus(AHEAD).getEpochSecond());
    ReservationFill.execute(
        database,
        """
        WITH made AS (
          INSERT INTO reservation
            (uid, kind, title, notes, requester, hidden, guest_kind, during, start_local, end_local,
             zone, zone_data, status, phase, at_start, at_end, requests, booked_by, created_at,
             changed_at)
          SELECT 'bell-' || n, 'booking', 'lab', '', 'ana', false, 'qemu',
                 tstzrange(CAST('%1$s' AS timestamptz) - interval '1 hour', '%1$s'), now(), now(), 'UTC', 'x', 'active',
                 'running', 'nothing', 'nothing', '[]', 'ana', now(), now()
            FROM generate_series(1, %2$d) n
          RETURNING id, during
        ), held AS (
          INSERT INTO claim (reservation, resource, request, lane, during, cores)
          SELECT m.id, r.id, 0, 0, m.during, 0 FROM made m JOIN resource r ON r.name = 'bells'
        )
        INSERT INTO bell (reservation, what, due) SELECT id, 'end', '%1$s' FROM made
        """
            .formatted(end, COUNT));
    var left = new CountDownLatch(COUNT);
    var workers = Stream.generate(() -> ringer(end, all, left)).limit(2).toList();
    try {
      if (!left.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("%d have not ended".formatted(left.getCount()));
      }
    } finally {
      workers.forEach(Ringer::close);
    }
  }

  private Ringer ringer(Instant end, ConcurrentLinkedQueue<Long> all, CountDownLatch left) {
    var lives = new PgLives(database, new Safe(new byte[Safe.KEY_BYTES]), Clock.systemUTC());
    return Ringer.start(
        lives,
        id -> {
          all.add(Duration.between(end, Instant.now()).toNanos());
          left.countDown();
        },
        Time.of(Clock.systemUTC()));
  }
}
