package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Offers;
import direttore.domain.reservation.waiting.Places.Standing;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.access.PgPeople;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgWaitingTest {
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    assertThat(lab.momentsOverCapacity()).isZero();
    lab.close();
  }

  private static Details details(String who) {
    return new Details(
        "lab of " + who,
        "",
        new Party(who, null, null),
        new Where(GuestKind.QEMU, null, null),
        false);
  }

  private WaitingEntry wait(String who, Window between, double length, ClaimRequest... claims) {
    lab.now = lab.now.plusSeconds(1);
    var wish =
        new Wish(
            details(who),
            List.of(claims),
            between,
            Duration.ofMinutes((long) (length * 60)),
            ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING);
    return lab.waiting.add(wish, by(null));
  }

  private Reservation had(String who, double ago, double hours) {
    var wanted =
        NewReservation.booking(
            details(who), new Times(hours(-ago, hours), ROME), List.of(node("pve2")));
    lab.now = NOW.minusSeconds((long) (ago * 3600));
    var booked = lab.reservations.book(wanted, by(null));
    lab.now = NOW;
    lab.database
        .client()
        .execute()
        .dml("UPDATE reservation SET phase = 'returned' WHERE id = " + booked.id());
    return booked;
  }

  @Test
  void nothingIsOfferedWhileItIsTakenAndAtOnceWhenItIsFree() {
    var there = lab.book(hours(0, 8), node("pve1"));
    var entry = wait("ana", hours(0, 8), 2, node("pve1"));

    assertThat(lab.serve()).isEmpty();
    lab.reservations.cancel(there.id(), null, null);
    var offered = lab.serve();

    assertThat(offered).hasSize(1);
    var offer = offered.getFirst();
    assertThat(offer.phase()).isEqualTo(Phase.OFFERED);
    assertThat(offer.window()).isEqualTo(Window.of(NOW.plusSeconds(900), Duration.ofHours(2)));
    assertThat(offer.details()).isEqualTo(details("ana"));
    var read = requireNonNull(lab.waiting.find(entry.id()).offer());
    assertThat(read.reservation()).isEqualTo(offer.id());
    assertThat(read.until()).isEqualTo(offer.window().from().minusSeconds(300));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(0.5, 1), node("pve1")));
    assertThat(lab.serve()).isEmpty();
  }

  @Test
  void whatIsAcceptedIsBookedAndOffTheList() {
    var entry = wait("ana", hours(1, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();

    lab.reservations.change(offer.id(), ReservationChange.NOTHING.withPhase(Phase.BOOKED), null);

    assertThat(lab.waiting.standings(e -> true)).isEmpty();
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> lab.waiting.find(entry.id()));
    assertThat(lab.serve()).isEmpty();
  }

  @Test
  void whatIsLetGoIsOfferedToTheNextAndAfterThreeTheEntryEnds() {
    var ana = wait("ana", hours(1, 8), 8, node("pve1"));
    var bob = wait("bob", hours(1, 8), 8, node("pve1"));
    var first = lab.serve().getFirst();
    assertThat(first.details().party().requester()).isEqualTo("ana");

    lab.reservations.cancel(first.id(), null, null);
    var second = lab.serve().getFirst();
    assertThat(second.details().party().requester()).isEqualTo("bob");
    assertThat(lab.waiting.find(ana.id()).lapsed()).isEqualTo(1);

    lab.waiting.leave(bob.id(), "bob");
    assertThat(lab.reservations.find(second.id()).phase()).isEqualTo(Phase.CALLED_OFF);
    lab.reservations.cancel(lab.serve().getFirst().id(), null, null);
    lab.reservations.cancel(lab.serve().getFirst().id(), null, null);

    assertThat(lab.serve()).isEmpty();
    assertThat(lab.waiting.standings(e -> true))
        .extracting(Standing::entry)
        .extracting(WaitingEntry::ended)
        .containsExactly(WaitingEntry.Ended.LAPSED);
  }

  @Test
  void whatOthersCallOffIsNotHeldAgainstWhoeverWaits() {
    var ana = wait("ana", hours(1, 8), 2, node("pve1"));

    lab.reservations.cancel(lab.serve().getFirst().id(), null, "Blackout: firmware");

    assertThat(lab.serve()).hasSize(1);
    assertThat(lab.waiting.find(ana.id()).lapsed()).isZero();
  }

  @Test
  void whoAcceptedAndThenCalledItOffWaitsNoMore() {
    var ana = wait("ana", hours(0, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();
    lab.reservations.change(offer.id(), Offers.ACCEPTED, null);
    lab.reservations.cancel(offer.id(), null, null);

    assertThat(lab.serve()).isEmpty();
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> lab.waiting.find(ana.id()));
  }

  @Test
  void whoHadLessInTheLastDaysComesFirst() {
    had("ana", 20, 20);
    had("eve", 40, 2);
    lab.book(hours(0, 8), node("pve1"));
    wait("ana", hours(0, 8), 4, node("pve1"));
    wait("eve", hours(0, 8), 4, node("pve1"));
    wait("bob", hours(0, 8), 4, node("pve1"));

    assertThat(lab.waiting.standings(e -> true))
        .extracting(s -> s.entry().party().requester(), Standing::place)
        .containsExactly(tuple("bob", 1), tuple("eve", 2), tuple("ana", 3));
  }

  @Test
  void smallerOnesFillTheGapsUntilTheyPassedOneOverThreeTimes() {
    lab.book(hours(4, 4), node("pve1"));
    var ana = wait("ana", hours(0, 8), 6, node("pve1"));
    for (var who : List.of("bob", "eve", "joe")) {
      var small = wait(who, hours(0, 8), 1, node("pve1"));
      var offer = lab.serve().getFirst();
      assertThat(offer.details().party().requester()).isEqualTo(who);
      lab.reservations.cancel(offer.id(), null, null);
      lab.waiting.leave(small.id(), "bob");
    }
    assertThat(lab.waiting.find(ana.id()).passed()).isEqualTo(3);

    wait("kim", hours(0, 8), 1, node("pve1"));
    assertThat(lab.serve()).isEmpty();
    wait("kim", hours(0, 12), 1, node("pve2"));
    assertThat(lab.serve()).hasSize(1);
    wait("lea", hours(0, 12), 1, node("pve1"));
    assertThat(lab.serve().getFirst().window()).isEqualTo(hours(8, 1));
  }

  @Test
  void aShareIsOfferedOnceTheCapacityIsThereAndADeviceOnceItIsBack() {
    var sw1 = lab.device("sw1", "switch");
    lab.change(sw1, new ResourceChange(null, null, "broken", null));
    wait("ana", hours(1, 4), 2, any(ResourceKind.DEVICE, 1, "switch"));
    lab.book(hours(0, 8), share("pve1", 12));
    wait("bob", hours(1, 4), 2, share("pve1", 8));
    assertThat(lab.serve()).isEmpty();

    lab.change(sw1, new ResourceChange(null, null, "", null));
    assertThat(lab.serve()).extracting(r -> r.details().party().requester()).containsExactly("ana");
    lab.database.client().execute().dml("UPDATE resource SET cores = 20, memory = 100000");
    assertThat(lab.serve()).extracting(r -> r.details().party().requester()).containsExactly("bob");
  }

  @Test
  void saysWhenItIsLikelyEvenAfterWhatIsWished() {
    lab.book(hours(0, 8), node("pve1"));
    wait("ana", hours(0, 8), 2, node("pve1"));
    wait("bob", hours(0, 8), 3, node("pve1"));

    assertThat(lab.waiting.standings(e -> true))
        .extracting(Standing::likely)
        .containsExactly(hours(8, 2), hours(10, 3));
  }

  @Test
  void saysWhereAWishWouldStandAndKeepsNothing() {
    lab.book(hours(0, 8), node("pve1"));
    wait("ana", hours(0, 8), 2, node("pve1"));
    var wish = requireNonNull(lab.waiting.find(1)).wish();

    var standing = lab.waiting.check(wish, by(null));

    assertThat(standing.place()).isEqualTo(2);
    assertThat(standing.likely()).isEqualTo(hours(10, 2));
    assertThat(lab.waiting.standings(e -> true)).hasSize(1);
  }

  @Test
  void nothingIsOfferedToSomebodyWhoIsDisabled() {
    var people = new PgPeople(lab.database, lab.clock, UUID::randomUUID);
    var ada =
        people.add(new PersonName("ada"), "Ada", List.of(Grant.everywhere(Role.USER)), Set.of());
    people.change(ada.name(), PersonChange.disabled(true));
    lab.now = NOW;
    var alone = of(new Party("ada", ada.id(), null), node("pve1"));

    assertThat(lab.serve()).isEmpty();
    assertThat(lab.waiting.standings(e -> true).getFirst().heldBack())
        .isEqualTo("The account of ada is disabled.");
    people.change(ada.name(), PersonChange.disabled(false));
    assertThat(lab.serve()).hasSize(1);
    assertThat(lab.waiting.find(alone.id()).offer()).isNotNull();
  }

  private WaitingEntry of(Party party, ClaimRequest claim) {
    var old = details("x");
    return lab.waiting.add(
        new Wish(
            new Details(old.title(), "", party, old.where(), false),
            List.of(claim),
            hours(1, 8),
            Duration.ofHours(2),
            ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        by(null));
  }

  @Test
  void endsWhatIsTooLate() {
    lab.book(hours(0, 8), node("pve1"));
    wait("ana", hours(0, 2), 1, node("pve1"));
    lab.now = NOW.plusSeconds(3600);

    lab.serve();

    assertThat(lab.waiting.standings(e -> true))
        .extracting(s -> s.entry().ended())
        .containsExactly(WaitingEntry.Ended.LATE);
    lab.now = NOW.plus(Duration.ofDays(8));
    assertThat(lab.waiting.standings(e -> true)).isEmpty();
  }

  @Test
  void refusesWhatIsNeverFreeAndTooMuchOfOne() {
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> wait("ana", hours(1, 4), 2, share("pve1", 17)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("claims"));
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() -> wait("ana", hours(1, 4), 2, node("pve9")));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> wait("ana", hours(0, 1), 1, node("pve1")));
    for (var i = 0; i < 20; i++) {
      wait("ana", hours(1, 4), 2, node("pve1"));
    }
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> wait("ana", hours(1, 4), 2, node("pve1")));
    wait("bob", hours(1, 4), 2, node("pve1"));
  }
}
