package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.store.Row;
import direttore.testkit.Submissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The guests that reservations bring, or take care of. */
class PgPartsTest extends LivesOnPostgres {
  @Test
  void leavesAloneWhatItIsToldTo() {
    var id = book(window(-10, 3600), margins(0), 0);

    assertThat(lives.ring(Set.of(id))).isEmpty();
    assertThat(lives.ring(Set.of())).containsExactly(id);
  }

  @Test
  void guestsFollowTheirReservationToWhoeverGetsIt() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var ada = person();
    give(id, new Party("ada", ada, null));
    var by = new Submitter(actor(ada), null, List.of());
    operations.add(
        new Submission(
            making(), GuestSecrets.NONE, by, null, null, new Membership(part(id).id(), "1:0", 1)));
    database
        .client()
        .execute()
        .dml(
            "INSERT INTO person (id, name, display, created_at)"
                + " VALUES ('00000000-0000-0000-0000-00000000000b', 'ben', 'Ben', now())");
    var ben = new Party("ben", UUID.fromString("00000000-0000-0000-0000-00000000000b"), null);

    give(id, ben);

    assertThat(
            database
                .client()
                .execute()
                .get("SELECT person FROM holding WHERE key = '300'")
                .map(row -> new Row(row).uuid("person")))
        .contains(ben.person());
  }

  @Test
  void aGuestThatWasThereIsStartedAndBroughtToRestAndNeverDeleted() {
    var claims = List.of(ClaimRequest.guest(new VmId(104)));
    var wanted =
        wanted(window(-10, 3600), margins(0), AtStart.START, AtEnd.SHUTDOWN, claims, List.of());
    var id = reservations.book(wanted, BY).id();
    ring();

    assertThat(part(id).care().atStart()).isEqualTo(AtStart.START);
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.SHUTDOWN);
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    assertThat(lives.take(id)).isEmpty();
    change(id, life -> life.rung(BellKind.END, now));
    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
    var next =
        reservations.book(
            wanted(window(3600, 7200), margins(0), AtStart.START, AtEnd.NOTHING, claims, List.of()),
            BY);
    earlier(next.id(), 3600);
    ring();

    assertThat(lives.take(next.id())).isEqualTo(Map.of(part(next.id()).id(), id));
    var there = new PartDecision.Settle(PartState.RESTING, GUEST, null, null);
    lives.settle(id, part(id).id(), part(id).round(), there);
    assertThat(lives.take(next.id())).isEmpty();
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNED);
  }

  @Test
  void anotherEndHoldsForWhatItBrings() {
    var id = book(window(-10, 3600), margins(60), 1);

    reservations.change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.NOTHING), null);

    ring();
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.NOTHING);
    assertThat(lives.find(id).bells()).extracting(Bell::what).doesNotContain(BellKind.DESTROY);
    reservations.cancel(id, null, null);
    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
  }

  @Test
  void onceBegunItTakesCareOfTheSameGuests() {
    var taken = List.of(ClaimRequest.guest(new VmId(104)));
    var cares =
        reservations
            .book(
                wanted(window(-10, 3600), margins(0), AtStart.START, AtEnd.STOP, taken, List.of()),
                BY)
            .id();
    var other = List.of(ClaimRequest.guest(new VmId(105)));
    var idle =
        reservations
            .book(
                wanted(
                    window(-10, 3600),
                    margins(0),
                    AtStart.NOTHING,
                    AtEnd.NOTHING,
                    other,
                    List.of()),
                BY)
            .id();
    ring();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            reservations.change(cares, ReservationChange.NOTHING.withClaims(List.of()), null));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(
            () -> reservations.change(idle, ReservationChange.NOTHING.withAtEnd(AtEnd.STOP), null));
    reservations.change(cares, ReservationChange.NOTHING.withAtEnd(AtEnd.NOTHING), null);
    assertThat(part(cares).atEnd()).isEqualTo(AtEnd.NOTHING);
  }

  @Test
  void aGuestThatWasThereIsLeftAloneOnceTheReservationIsOver() {
    var claims = List.of(ClaimRequest.guest(new VmId(104)));
    var wanted =
        wanted(window(-10, 3600), margins(0), AtStart.START, AtEnd.STOP, claims, List.of());
    var id = reservations.book(wanted, BY).id();
    ring();
    change(id, life -> life.rung(BellKind.END, now));
    var why = new Operation.Failure("locked", "It is locked.");
    var stuck = new PartDecision.Settle(PartState.STUCK, GUEST, null, why);
    lives.settle(id, part(id).id(), part(id).round(), stuck);

    var life = lives.repair(id, Set.of(part(id).id()), "ada");

    assertThat(life.phase()).isEqualTo(Phase.RETURNED);
    assertThat(part(id).state()).isEqualTo(PartState.STUCK);
    assertThat(life.repairable(part(id))).isFalse();
  }

  @Test
  void itsGuestsKeepTheirRoom() {
    var resources = new PgResources(database);
    resources.keep(
        ClusterName.MAIN,
        List.of(new Resources.NodeUse("pve1", 16, 65_536, Amount.NONE)),
        new Overcommit(1, 1));
    var share = ClaimRequest.share(new NodeName("pve1"), Amount.of(2, 1024, 0));
    var guests = List.of(new GuestsWanted(GuestKind.QEMU, "pc", 1, null, "{}"));
    var id =
        reservations
            .book(
                wanted(
                    window(3600, 7200),
                    margins(0),
                    AtStart.NOTHING,
                    AtEnd.DESTROY,
                    List.of(share),
                    guests),
                BY)
            .id();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(
            () -> reservations.change(id, ReservationChange.NOTHING.withClaims(List.of()), null));
  }

  @Test
  void whatItBroughtDoesNotCountUntilItIsOver() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var person = person();
    database
        .client()
        .execute()
        .dml("INSERT INTO quota (person, guests) VALUES ('%s', 0)".formatted(person));
    var by = new Submitter(actor(person), null, List.of());
    assertThatExceptionOfType(Refusal.OverQuota.class)
        .isThrownBy(() -> operations.add(new Submission(making(), GuestSecrets.NONE, by)));

    give(id, new Party("ada", person, null));
    var part = part(id).id();
    operations.add(
        new Submission(
            making(), GuestSecrets.NONE, by, null, null, new Membership(part, "1:0", 1)));

    assertThat(counting()).isEmpty();

    change(id, Life::cancelled);
    lives.settle(id, part(id).id(), 2, new PartDecision.Settle(PartState.STUCK, null, null, null));

    assertThat(counting()).contains("300");
  }

  private void give(long id, Party party) {
    var there = reservations.find(id).details();
    var theirs = new Details(there.title(), there.notes(), party, there.where(), there.hidden());
    reservations.change(id, ReservationChange.NOTHING.withDetails(theirs), null);
  }

  private static Actor actor(UUID person) {
    return new Actor(person, "ada", "ada", List.of(), Set.of(), Actor.Via.SESSION);
  }

  private static GuestOrder making() {
    return new GuestOrder(
        new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(300)),
        Submissions.container(),
        Terms.USUAL);
  }

  private UUID person() {
    return database
        .client()
        .execute()
        .get(
            "INSERT INTO person (id, name, display, created_at) VALUES (gen_random_uuid(), 'ada',"
                + " 'Ada', now()) RETURNING id")
        .map(row -> new Row(row).uuid("id"))
        .orElseThrow();
  }

  private Optional<String> counting() {
    return database
        .client()
        .execute()
        .get("SELECT key FROM holding WHERE counts")
        .map(row -> new Row(row).text("key"));
  }
}
