package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operations;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Bells;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.store.Row;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PgLivesTest extends LivesOnPostgres {
  @Test
  void ringsNothingBeforeItsTimeAndSaysWhenThatIs() {
    book(window(3600, 7200), margins(0), 0);

    assertThat(ring()).isEmpty();
    assertThat(lives.next().orElseThrow())
        .isBetween(Duration.ofSeconds(3300), Duration.ofSeconds(3600));
  }

  @Test
  void beginsWhatItBringsAndThenItself() {
    var id = book(window(-10, 3600), margins(60), 2);

    assertThat(ring()).hasSize(2);

    var life = lives.find(id);
    assertThat(life.phase()).isEqualTo(Phase.RUNNING);
    assertThat(life.status()).isEqualTo(Status.ACTIVE);
    assertThat(life.parts())
        .allSatisfy(part -> {
          assertThat(part.want()).isEqualTo(PartWant.PRESENT);
          assertThat(part.state()).isEqualTo(PartState.MAKING);
          assertThat(part.round()).isEqualTo(1);
        });
    assertThat(lives.moving()).containsExactly(id);
    assertThat(lives.secrets(life.parts().getFirst().id()).names()).isEqualTo(PASSWORD.names());
  }

  @Test
  void ringsEndsBeforeStartsOfTheSameMoment() {
    var next = book(window(3600, 7200), margins(0), 0);
    var before = book(window(-10, 3600), margins(0), 0);
    assertThat(ring()).containsExactly(before);
    earlier(next, 3610);
    earlier(before, 3610);

    assertThat(ring()).contains(before).endsWith(next);
    assertThat(lives.find(before).phase()).isEqualTo(Phase.RETURNED);
    assertThat(lives.find(next).phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void neverBeginsWhatWasMissedAsAWhole() {
    var id = book(window(3600, 7200), margins(60), 1);
    earlier(id, 8000);

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.MISSED);
    assertThat(part(id).want()).isEqualTo(PartWant.NOTHING);
    assertThat(lives.next()).isEmpty();
  }

  @Test
  void whatIsGivenBackRestsAndIsDeletedAfterItsGrace() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();

    assertThat(reservations.giveBack(id, null).phase()).isEqualTo(Phase.RETURNING);

    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
    assertThat(lives.find(id).bells()).extracting(Bell::what).containsExactly(BellKind.DESTROY);
    earlier(id, 70);
    ring();
    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
    assertThat(part(id).round()).isEqualTo(3);
  }

  @Test
  void withinItsGraceItIsBroughtBackByALaterEnd() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    reservations.giveBack(id, null);
    var there = reservations.find(id);
    var later =
        ReservationChange.NOTHING.withTimes(
            there.times().at(new Window(there.window().from(), now.plusSeconds(3600))));

    var again = reservations.change(id, later, there.version());

    assertThat(again.phase()).isEqualTo(Phase.RUNNING);
    assertThat(reservations.find(id)).isEqualTo(again);
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    assertThat(lives.find(id).bells())
        .extracting(Bell::what)
        .contains(BellKind.END, BellKind.DESTROY);
  }

  @Test
  void bellsMoveWithTheirReservation() {
    var id = book(window(3600, 7200), margins(60), 1);
    var there = reservations.find(id);
    var later = there.times().at(window(7200, 10800));

    reservations.change(id, ReservationChange.NOTHING.withTimes(later), there.version());

    assertThat(lives.find(id).bells())
        .contains(
            new Bell(BellKind.PREPARE, now.plusSeconds(7200)),
            new Bell(BellKind.END, now.plusSeconds(10800)),
            new Bell(BellKind.DESTROY, now.plusSeconds(10860)));
    assertThat(reservations.cancel(id, null, null).phase()).isEqualTo(Phase.CALLED_OFF);
    assertThat(lives.next()).isEmpty();
  }

  @Test
  void itsGraceIsOverEvenWhereItsEndWasPassedBy() {
    var id = book(window(-10, 3600), margins(0), 1);
    ring();
    earlier(id, 3700);
    database
        .client()
        .execute()
        .dml("UPDATE bell SET due = due + interval '2 hours' WHERE what = 'end'");

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);
    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
  }

  @Test
  void ringsEachOnceHoweverManyRing() throws Exception {
    var many = 40;
    for (var i = 0; i < many; i++) {
      book(window(-10, 3600), margins(0), 0);
    }
    var rung = new ConcurrentLinkedQueue<Long>();
    var threads =
        Stream.generate(() -> Thread.ofVirtual().start(() -> rung.addAll(ring())))
            .limit(4)
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    rung.addAll(ring());

    assertThat(rung).hasSize(many).doesNotHaveDuplicates();
  }

  @Test
  void whatFailsForOneOfManyFailsForThatOneAlone() {
    var all = IntStream.range(0, 7).mapToObj(_ -> book(window(-10, 3600), margins(0), 0)).toList();
    var broken = all.get(3);
    database
        .client()
        .execute()
        .dml(
            "ALTER TABLE reservation ADD CHECK (id <> %d OR phase <> 'running')".formatted(broken));
    var others = all.stream().filter(id -> !id.equals(broken)).toList();

    assertThatExceptionOfType(Bells.Cracked.class)
        .isThrownBy(this::ring)
        .satisfies(cracked -> assertThat(cracked.reservation()).isEqualTo(broken));
    lives.ring(Set.of(broken));

    assertThat(others).allSatisfy(id -> assertThat(phase(id)).isEqualTo(Phase.RUNNING));
    assertThat(phase(broken)).isEqualTo(Phase.BOOKED);
  }

  @Test
  void ofAllThatRingAtOnceEachIsTold() {
    var all = IntStream.range(0, 3).mapToObj(_ -> book(window(-10, 3600), margins(0), 0)).toList();
    database.client().execute().dml("DELETE FROM event_pending");

    ring();

    assertThat(
            database
                .client()
                .execute()
                .query("SELECT subject FROM event_pending WHERE type = 'reservation'")
                .map(row -> Long.valueOf(new Row(row).text("subject"))))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private Phase phase(long id) {
    return lives.find(id).phase();
  }

  @Test
  void whatWasSubmittedBeforeTheEndBeginsNothingAfterIt() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var queued = submit(part(id), 1, 0);
    var running = operations.claim(queued.id(), 1).orElseThrow();

    change(id, Life::cancelled);

    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
    assertThatExceptionOfType(Operations.OlderRound.class)
        .isThrownBy(() -> operations.begin(running.begun(GuestStep.START.wire(), now)));
    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 1, 1));
    assertThat(operations.cancelRequested()).containsExactly(queued.id());
    assertThat(lives.operations(id).get(part(id).id())).hasSize(1);
  }

  @Test
  void notesNothingOfAnOlderRound() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var made = part(id);
    var guest = order().guest();

    lives.settle(id, made.id(), 0, new PartDecision.Settle(PartState.READY, guest, null, null));
    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    lives.settle(id, made.id(), 1, new PartDecision.Settle(PartState.READY, guest, null, null));

    assertThat(part(id).state()).isEqualTo(PartState.READY);
    assertThat(part(id).guest()).isEqualTo(guest);
    assertThat(lives.moving()).isEmpty();
    assertThat(lives.reservationOf(made.id())).contains(id);
    assertThat(lives.reservationOf(UUID.randomUUID())).isEmpty();
  }

  @Test
  void isOverWithItsLastPartAndForgetsItsSecrets() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    change(id, Life::cancelled);
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);

    lives.settle(id, part(id).id(), 2, new PartDecision.Settle(PartState.GONE, null, null, null));

    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNED);
    assertThat(lives.find(id).status()).isEqualTo(Status.CANCELLED);
    assertThat(lives.secrets(part(id).id()).none()).isTrue();
    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 2, 0));
  }
}
