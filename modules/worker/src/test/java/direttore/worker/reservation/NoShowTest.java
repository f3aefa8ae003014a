package direttore.worker.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.CheckedLife;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.time.Time;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.operation.Safe;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.PgLives;
import direttore.store.reservation.PgPolicies;
import direttore.store.reservation.PgReservations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker returns what nobody has checked in to, and follows it up. */
class NoShowTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Actor ADA = Actor.stranger("ada");
  private final Database database = TestDatabase.migrated();
  private final Safe safe = new Safe(new byte[32]);
  private final PgReservations reservations =
      new PgReservations(
          database,
          safe,
          CLOCK,
          UUID::randomUUID,
          new LifeConsequences(safe, vmid -> Optional.empty(), CLOCK, UUID::randomUUID));
  private final LinkedBlockingQueue<Long> followed = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    database.close();
  }

  /** One that began so many minutes ago and lasts two hours; whatever was due before has rung. */
  private long begun(int minutes) {
    new PgPolicies(database).set(null, Policy.FREE.checkedIn(15));
    var details =
        new Details(
            "a class",
            "",
            new Party("ada", null, null),
            new Where(GuestKind.QEMU, null, null),
            false);
    var window = Window.of(Instant.now().plusSeconds(5), Duration.ofHours(2));
    var id =
        reservations
            .ruled(ADA)
            .book(
                NewReservation.booking(details, new Times(window, ZoneOffset.UTC), List.of()),
                new Submitter(ADA, null, List.of()))
            .id();
    earlier(id, 10);
    try (var _ = ringer()) {
      await().until(() -> reservations.find(id).phase() == Phase.RUNNING);
    }
    earlier(id, minutes * 60 - 5);
    followed.clear();
    return id;
  }

  private Ringer ringer() {
    return Ringer.start(new PgLives(database, safe, CLOCK), followed::add, Time.of(CLOCK));
  }

  private void earlier(long id, int seconds) {
    var execute = database.client().execute();
    execute.dml(
        """
        UPDATE reservation SET during = tstzrange(lower(during) - interval '%d s',
                                                  upper(during) - interval '%d s')
         WHERE id = %d
        """
            .formatted(seconds, seconds, id));
    execute.dml(
        "UPDATE bell SET due = due - interval '%d s' WHERE reservation = %d"
            .formatted(seconds, id));
  }

  private Instant by(long id) {
    return new CheckedLife(new PgLives(database, safe, CLOCK).find(id)).by().orElseThrow();
  }

  /** What the worker makes of it with all that is due. */
  private Phase rung(long id) {
    try (var _ = ringer()) {
      await().until(() -> followed.contains(id));
    }
    return reservations.find(id).phase();
  }

  @Test
  void whatNobodyCheckedInToIsReturned() {
    var id = begun(15);

    assertThat(rung(id)).isEqualTo(Phase.RETURNED);
    assertThat(reservations.find(id).reason()).startsWith("Nobody checked in by ");
  }

  @Test
  void whatSomebodyCheckedInToGoesOnToItsEnd() {
    var id = begun(5);
    reservations.by("ada").checkIn(id, null);
    earlier(id, 90 * 60);

    assertThat(rung(id)).isEqualTo(Phase.RUNNING);
    earlier(id, 30 * 60);
    assertThat(rung(id)).isEqualTo(Phase.RETURNED);
    assertThat(reservations.find(id).reason()).isNull();
  }

  @Test
  void aWorkerThatComesTooLateGivesAllTheTimeAgain() {
    var id = begun(60);

    assertThat(rung(id)).isEqualTo(Phase.RUNNING);
    followed.clear();
    earlier(id, Math.toIntExact(Duration.between(Instant.now(), by(id)).toSeconds()) + 1);
    assertThat(rung(id)).isEqualTo(Phase.RETURNED);
  }
}
