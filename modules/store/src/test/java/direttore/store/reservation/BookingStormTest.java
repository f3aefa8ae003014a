package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.operation.Safe;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once, of two processes; the judge is SQL of its own. */
class BookingStormTest {
  private static final int WRITERS = 64;
  private static final int EACH = 12;
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2", "pve3", "pve4");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void sixtyFourWritersNeverPromiseMoreThanThereIs() throws Exception {
    for (var i = 1; i <= 6; i++) {
      lab.device("sw" + i, "switch");
    }
    try (var beside = lab.database.beside("other", 10)) {
      var other = new ReservationLab(beside);
      var booked = new AtomicInteger();
      var history = new StormHistory(lab);
      all(writer -> {
        var random = new Random(writer);
        var mine = writer % 2 == 0 ? lab.reservations : other.reservations;
        for (var i = 0; i < EACH; i++) {
          var began = Instant.now();
          try {
            var one = mine.book(random(random), by(null));
            booked.incrementAndGet();
            if (random.nextInt(4) == 0) {
              mine.cancel(one.id(), null, null);
              history.letGo(one.id());
            }
          } catch (Refusal.ReservationConflict e) {
            history.refused(began, e);
          }
        }
        return true;
      });

      assertThat(booked.get()).isPositive();
      assertThat(history.refused()).isPositive();
      assertThat(booked.get() + history.refused()).isEqualTo(WRITERS * EACH);
      assertThat(history.takenTwice()).isEmpty();
      assertThat(history.refusedForNothing()).isEmpty();
      assertThat(lab.overlaps()).isZero();
      assertThat(lab.momentsOverCapacity()).isZero();
      assertThat(
              lab.count(
                  "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"))
          .isZero();
    }
  }

  private static NewReservation random(Random random) {
    var window = hours(1 + random.nextInt(16) / 4.0, 0.5 + random.nextInt(8) / 4.0);
    var where = "pve" + (1 + random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0 -> wanted(window, node(where));
      case 1 -> wanted(window, any(ResourceKind.DEVICE, 2, "switch"), share(where, 1));
      case 2 -> wanted(window, any(ResourceKind.NODE, 1));
      default -> wanted(window, share(where, 1 + random.nextInt(6)));
    };
  }

  @Test
  void equalRequestsAtOnceAreBookedOnce() throws Exception {
    var booked = new AtomicInteger();
    all(writer -> {
      try {
        lab.book(hours(1, 1), node("pve1"));
        return booked.incrementAndGet();
      } catch (Refusal.ReservationConflict e) {
        return 0;
      }
    });

    assertThat(booked.get()).isEqualTo(1);
  }

  @Test
  void sharesAtOnceFillANodeToTheLastCore() throws Exception {
    var booked = new AtomicInteger();
    all(writer -> {
      try {
        lab.book(hours(1, 1), share("pve1", 1));
        return booked.incrementAndGet();
      } catch (Refusal.ReservationConflict e) {
        return 0;
      }
    });

    assertThat(booked.get()).isEqualTo(16);
  }

  private static void all(Writer writer) throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Object>>();
      for (var i = 0; i < WRITERS; i++) {
        var number = i;
        work.add(() -> writer.write(number));
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }
  }

  private interface Writer {
    Object write(int number) throws Exception;
  }

  @Test
  void theDatabaseItselfRefusesWhatOverlaps() {
    var one = lab.book(hours(1, 1), node("pve1"));
    var other = lab.book(hours(5, 1), node("pve2"));

    assertThatExceptionOfType(DbClientException.class)
        .isThrownBy(() ->
            lab.database
                .client()
                .execute()
                .dml(
                    """
                    INSERT INTO claim (reservation, resource, request, lane, during)
                    SELECT %d, resource, 1, %d, during FROM claim WHERE reservation = %d
                    """
                        .formatted(other.id(), other.id(), one.id())))
        .matches(e -> SqlFailure.breaks(e, "claim_alone"));
  }

  @Test
  void whatWasAnsweredIsOnDisk() {
    var written = new ArrayList<String>();
    var reservations =
        new PgReservations(
            lab.database,
            new Safe(new byte[32]),
            Clock.fixed(ReservationLab.NOW, ZoneOffset.UTC),
            UUID::randomUUID,
            new Consequences() {
              @Override
              public void booked(DbExecute execute, Reservation reservation) {
                written.add(text(execute, "pg_current_wal_insert_lsn()"));
              }

              @Override
              public void changed(DbExecute execute, Reservation before, Reservation after) {
                written.add(text(execute, "pg_current_wal_insert_lsn()"));
              }
            });
    var lost = new ArrayList<String>();
    for (var i = 0; i < 20; i++) {
      var one = reservations.book(wanted(hours(1 + i, 1), node("pve1")), by(null));
      lost.addAll(unflushed("booked", written));
      reservations.change(
          one.id(), ReservationChange.NOTHING.withTimes(one.times().at(hours(100 + i, 1))), null);
      lost.addAll(unflushed("changed", written));
    }

    assertThat(written).hasSize(40);
    assertThat(lost).isEmpty();
  }

  @Test
  void whatWasDecidedInOneStatementIsOnDisk() {
    lab.database
        .client()
        .execute()
        .dml(
            """
            CREATE TABLE written (id bigint, at pg_lsn);
            CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO written VALUES (NEW.id, pg_current_wal_insert_lsn());
              RETURN NULL;
            END $$;
            CREATE TRIGGER noted AFTER INSERT ON reservation
              FOR EACH ROW EXECUTE FUNCTION note_written()
            """);
    var lost = new ArrayList<Long>();
    for (var i = 0; i < 20; i++) {
      var id = lab.book(hours(1 + i, 1), node("pve1")).id();
      var flushed =
          text(
              lab.database.client().execute(),
              "pg_current_wal_flush_lsn() > (SELECT at FROM written WHERE id = %d)".formatted(id));
      if (!flushed.equals("true")) {
        lost.add(id);
      }
    }

    assertThat(lost).isEmpty();
  }

  private List<String> unflushed(String what, List<String> written) {
    var last = written.getLast();
    var flushed =
        text(
            lab.database.client().execute(),
            "pg_current_wal_flush_lsn() > CAST('%s' AS pg_lsn)".formatted(last));
    return flushed.equals("true") ? List.of() : List.of(what + " at " + last);
  }

  private static String text(DbExecute execute, String sql) {
    return execute
        .get("SELECT CAST(%s AS text) AS value".formatted(sql))
        .map(row -> new Row(row).text("value"))
        .orElseThrow();
  }
}
