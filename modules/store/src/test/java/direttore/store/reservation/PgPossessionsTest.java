package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.Birth;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.domain.reservation.life.Waiting;
import direttore.store.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has a guest in fact, and what is known of it. */
class PgPossessionsTest extends LivesOnPostgres {
  private static final List<ClaimRequest> CLAIMS = List.of(ClaimRequest.guest(new VmId(104)));
  private static final Birth BIRTH = new Birth(null, null, Set.of("BC:24:11:00:00:01"));

  private long book(Window window, int grace, AtStart atStart, AtEnd atEnd) {
    return reservations
        .book(wanted(window, margins(grace), atStart, atEnd, CLAIMS, List.of()), BY)
        .id();
  }

  private void settle(long id, PartState state) {
    lives.settle(
        id, part(id).id(), part(id).round(), new PartDecision.Settle(state, GUEST, null, null));
  }

  @Test
  void aLateEndDoesNothingToWhatTheNextHas() {
    var first = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    ring();
    var next = book(window(3600, 7200), 0, AtStart.START, AtEnd.NOTHING);
    earlier(first, 3700);
    earlier(next, 3700);
    // Its end is passed by, as while somebody else changes it.
    change(next, life -> life.rung(BellKind.START, now));
    assertThat(lives.take(next)).isEmpty();

    ring();

    assertThat(part(first).state()).isEqualTo(PartState.ENDING);
    assertThat(lives.take(first)).isEqualTo(Map.of(part(first).id(), next));
    settle(first, PartState.RESTING);
    assertThat(lives.find(first).phase()).isEqualTo(Phase.RETURNED);
    assertThat(lives.take(next)).isEmpty();
  }

  @Test
  void aLateEndLeavesAloneWhatIsUsedByWhoeverTakesCareOfNothing() {
    var first = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    ring();
    assertThat(lives.take(first)).isEmpty();
    var next = book(window(3600, 9000), 0, AtStart.NOTHING, AtEnd.NOTHING);
    earlier(first, 3630);
    earlier(next, 3630);
    ring();
    assertThat(lives.take(first)).as("half a minute late").isEmpty();

    earlier(next, 120);

    assertThat(lives.take(first)).isEqualTo(Map.of(part(first).id(), next));
  }

  @Test
  void whatIsToBeThereStaysItsUntilItIsAtRest() {
    var id = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    ring();
    lives.take(id);
    settle(id, PartState.READY);
    assertThat(possessions()).isOne();
    assertThat(part(id).care().atStart()).isEqualTo(AtStart.START);

    change(id, Life::cancelled);
    settle(id, PartState.STUCK);

    assertThat(possessions()).isZero();
  }

  @Test
  void keepsWhatItsGuestWasBornWith() {
    var id = book(window(3600, 7200), 0, AtStart.START, AtEnd.STOP);
    assertThat(part(id).birth()).isNull();
    assertThat(lives.moving()).containsExactly(id);

    lives.born(id, part(id).id(), BIRTH);

    assertThat(lives.moving()).isEmpty();
    lives.born(id, part(id).id(), new Birth(null, null, Set.of()));
    reservations.change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.SHUTDOWN), null);
    assertThat(part(id).birth()).isEqualTo(BIRTH);
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.SHUTDOWN);
  }

  @Test
  void notesWhatIsWaitedForUntilTheRoundEnds() {
    var id = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    ring();
    var waiting = new Waiting("the return of reservation 12", now);

    lives.note(id, part(id).id(), 0, waiting);
    assertThat(part(id).waiting()).isNull();
    lives.note(id, part(id).id(), 1, waiting);

    assertThat(part(id).waiting()).isEqualTo(waiting);
    settle(id, PartState.READY);
    assertThat(part(id).waiting()).isNull();
  }

  @Test
  void comesToNoEndWhileAnOperationIsUnderWayAndSubmitsNoneAfterIt() {
    var id = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    ring();
    var queued = submit(part(id), 1, 0);

    settle(id, PartState.READY);
    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    operations.cancel(queued.id());
    settle(id, PartState.READY);

    assertThat(part(id).state()).isEqualTo(PartState.READY);
    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 1, 1));
  }

  @Test
  void theFenceOfWhatIsRepairedAfterItsEndIsClosedAgain() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    change(id, Life::cancelled);
    var why = new Operation.Failure("locked", "It is locked.");
    lives.settle(
        id, part(id).id(), 2, new PartDecision.Settle(PartState.STUCK, order().guest(), null, why));
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNED);

    lives.repair(id, Set.of(part(id).id()), "ada");
    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
    lives.settle(id, part(id).id(), 3, new PartDecision.Settle(PartState.GONE, null, null, null));

    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 3, 0));
  }

  @Test
  void withinItsGraceItsEndIsAnotherTogetherWithItsTime() {
    var id = book(window(-10, 3600), 60, AtStart.START, AtEnd.STOP);
    ring();
    lives.take(id);
    settle(id, PartState.READY);
    reservations.giveBack(id, null);
    settle(id, PartState.RESTING);
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);
    var there = reservations.find(id);
    var later =
        ReservationChange.NOTHING
            .withTimes(there.times().at(new Window(there.window().from(), now.plusSeconds(3600))))
            .withMargins(margins(120))
            .withAtEnd(AtEnd.NOTHING);

    var again = reservations.change(id, later, there.version());

    assertThat(again.phase()).isEqualTo(Phase.RUNNING);
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.NOTHING);
  }

  @Test
  void nothingIsBegunForSomebodyWhoIsDisabled() {
    var id = book(window(-10, 3600), 0, AtStart.START, AtEnd.STOP);
    database
        .client()
        .execute()
        .dml(
            """
            WITH p AS (INSERT INTO person (id, name, display, created_at, disabled)
                       VALUES (gen_random_uuid(), 'ada', 'Ada', now(), true) RETURNING id)
            UPDATE reservation SET person = (SELECT id FROM p)
            """);

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.RUNNING);
    assertThat(part(id).want()).isEqualTo(PartWant.NOTHING);
    assertThat(part(id).state()).isEqualTo(PartState.FAILED);
    assertThat(part(id).failure())
        .extracting(Operation.Failure::message)
        .asString()
        .contains("The account of ada is disabled");
    assertThat(lives.withheld()).contains(id);
    lives.repair(id, Set.of(part(id).id()), "ada");
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    assertThat(lives.withheld()).isEmpty();
  }

  private long possessions() {
    return database
        .client()
        .execute()
        .get("SELECT count(*) AS n FROM possession")
        .map(row -> new Row(row).number("n"))
        .orElseThrow();
  }
}
