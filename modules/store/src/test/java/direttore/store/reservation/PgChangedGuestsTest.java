package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.store.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reservations that bring other guests than they were booked with. */
class PgChangedGuestsTest extends LivesOnPostgres {
  private static final Readiness SSH = new Readiness(Check.PORT, 22, Duration.ofMinutes(5));
  private static final GuestSecrets OTHER = new GuestSecrets("another secret", List.of());

  private static GuestsWanted guests(String name, int count, GuestSecrets secrets) {
    var guests = new GuestsWanted(GuestKind.QEMU, name, count, null, "{}");
    return guests.ordered(
        guests.names().stream()
            .map(each -> new NewPart(each, new Member(order(), null), secrets))
            .toList());
  }

  private long book(int from, GuestsWanted... guests) {
    return reservations
        .book(
            wanted(
                window(from, 3600),
                Margins.NONE,
                AtStart.NOTHING,
                AtEnd.DESTROY,
                List.of(),
                List.of(guests)),
            BY)
        .id();
  }

  private void bring(long id, GuestsWanted... guests) {
    reservations.change(id, ReservationChange.NOTHING.withGuests(List.of(guests)), null);
  }

  private List<Part> parts(long id) {
    return lives.find(id).parts();
  }

  @Test
  void whatStaysIsTheSameAndWhatIsNewHasItsSecrets() {
    var id = book(600, guests("pc-{n}", 2, PASSWORD));
    var first = part(id);

    bring(id, guests("pc-{n}", 3, GuestSecrets.NONE));

    assertThat(parts(id)).extracting(Part::name).containsExactly("pc-1", "pc-2", "pc-3");
    assertThat(part(id)).isEqualTo(first);
    assertThat(parts(id))
        .allSatisfy(part -> assertThat(lives.secrets(part.id())).isEqualTo(PASSWORD));
  }

  @Test
  void whatGoesLeavesNothingBehind() {
    var id = book(600, guests("pc-{n}", 3, PASSWORD));

    bring(id, guests("ws", 1, OTHER));

    assertThat(parts(id)).extracting(Part::name).containsExactly("ws");
    assertThat(lives.secrets(part(id).id())).isEqualTo(OTHER);
    assertThat(count("secret")).isOne();
    assertThat(count("operation_fence")).isOne();

    bring(id);

    assertThat(parts(id)).isEmpty();
    assertThat(count("secret") + count("operation_fence")).isZero();
    assertThat(lives.find(id).bells()).extracting(Bell::what).doesNotContain(BellKind.PREPARE);
  }

  @Test
  void theFirstGuestsAreBegunInTime() {
    var id = book(600);

    bring(id, guests("pc-{n}", 2, GuestSecrets.NONE));

    assertThat(lives.find(id).bells()).extracting(Bell::what).contains(BellKind.PREPARE);
    earlier(id, 610);
    ring();
    assertThat(parts(id)).extracting(Part::want).containsOnly(PartWant.PRESENT);
  }

  @Test
  void onceTheyAreMadeTheyStay() {
    var id = book(-10, guests("pc-{n}", 2, PASSWORD));
    ring();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> bring(id, guests("pc-{n}", 3, PASSWORD)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("guests[0].count"));
    assertThat(parts(id)).hasSize(2);
  }

  @Test
  void anotherEndOfThemHoldsWhileTheyRun() {
    var id = book(-10, guests("pc-{n}", 1, PASSWORD));
    ring();

    bring(id, guests("pc-{n}", 1, GuestSecrets.NONE).with(AtEnd.STOP, Readiness.RUNNING));

    assertThat(part(id).atEnd()).isEqualTo(AtEnd.STOP);
    assertThat(part(id).round()).isOne();
    assertThat(lives.find(id).bells()).extracting(Bell::what).doesNotContain(BellKind.DESTROY);
    assertThat(reservations.find(id).stays()).isTrue();
  }

  @Test
  void whatWasReadyIsLookedAtAnewWhereItIsReadyOtherwise() {
    var id = book(-10, guests("pc-{n}", 1, PASSWORD));
    ring();
    settle(id, new PartDecision.Settle(PartState.READY, GUEST, null, null));

    bring(id, guests("pc-{n}", 1, GuestSecrets.NONE).with(null, SSH));

    assertThat(part(id).care().ready()).isEqualTo(SSH);
    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    assertThat(part(id).round()).isEqualTo(2);
  }

  @Test
  void whatWasNotReadyInTimeIsLookedAtAnewAndWhatWasNotMadeIsNot() {
    var id = book(-10, guests("pc-{n}", 1, PASSWORD).with(null, SSH));
    ring();
    var late = new Operation.Failure("not-ready", "No answer at port 22 after 5 minutes.");
    settle(id, new PartDecision.Settle(PartState.FAILED, GUEST, null, late));

    bring(id, guests("pc-{n}", 1, GuestSecrets.NONE));

    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    var full = new Operation.Failure("upstream", "The storage is full.");
    settle(id, new PartDecision.Settle(PartState.FAILED, null, null, full));

    bring(id, guests("pc-{n}", 1, GuestSecrets.NONE).with(null, SSH));

    assertThat(part(id).state()).isEqualTo(PartState.FAILED);
    assertThat(part(id).care().ready()).isEqualTo(SSH);
  }

  @Test
  void sinceWhenAPartIsSoIsKnown() {
    var times = new PgPartTimes(database);
    var id = book(-10, guests("pc-{n}", 1, PASSWORD));
    assertThat(times.since(id)).isEmpty();
    ring();
    var begun = times.since(id).get(part(id).id());

    bring(id, guests("pc-{n}", 1, GuestSecrets.NONE).with(AtEnd.STOP, Readiness.RUNNING));

    assertThat(times.since(id)).containsEntry(part(id).id(), begun);
    settle(id, new PartDecision.Settle(PartState.READY, GUEST, null, null));
    assertThat(times.since(id).get(part(id).id())).isAfter(begun);
  }

  private void settle(long id, PartDecision.Settle end) {
    lives.settle(id, part(id).id(), part(id).round(), end);
  }

  private long count(String table) {
    return database
        .client()
        .execute()
        .get("SELECT count(*) AS n FROM " + table)
        .map(row -> new Row(row).number("n"))
        .orElseThrow();
  }
}
