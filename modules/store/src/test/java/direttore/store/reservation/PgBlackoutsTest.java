package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.NewBlackout.Overlap;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgBlackoutsTest {
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    lab.close();
  }

  private static NewBlackout blackout(Overlap overlap, Window window, ClaimRequest... claims) {
    return new NewBlackout(details("Firmware"), new Times(window, ROME), List.of(claims), overlap);
  }

  @Test
  void whatIsInTheWayIsToldAndNothingClosed() {
    lab.book(hours(1, 2), node("pve1"));
    lab.book(hours(2, 1), share("pve2", 4));
    var wanted = blackout(Overlap.REFUSE, hours(0, 8), node("pve1"), node("pve2"));

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.blackouts.make(wanted, by(null)))
        .satisfies(e -> assertThat(e.conflicts()).hasSize(2));

    assertThat(lab.count("SELECT count(*) AS n FROM reservation")).isEqualTo(2);
  }

  @Test
  void whatIsKeptStandsInGapsOfIt() {
    var whole = lab.book(hours(2, 2), node("pve1"));
    var share = lab.book(hours(6, 4), share("pve1", 4));

    var made = lab.blackouts.make(blackout(Overlap.KEEP, hours(0, 8), node("pve1")), by(null));

    assertThat(made.kept()).containsExactly(whole.id(), share.id());
    assertThat(made.cancelled()).isEmpty();
    assertThat(told("kept")).containsExactly(whole.id(), share.id());
    var read = lab.reservations.find(made.blackout().id());
    assertThat(read).isEqualTo(made.blackout());
    assertThat(read.claims())
        .extracting(c -> c.resource().name(), c -> c.during())
        .containsExactly(tuple("pve1", hours(0, 2)), tuple("pve1", hours(4, 2)));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(4, 1), share("pve1", 1)))
        .withMessageStartingWith("node pve1 is closed from")
        .satisfies(e -> assertThat(e.conflicts()).allMatch(Conflict::closed));
  }

  /** The reservations of which something of a kind is told, with the reason of the blackout. */
  private List<Long> told(String kind) {
    return lab.database
        .client()
        .execute()
        .createQuery(
            """
            SELECT reservation FROM notice
             WHERE kind = :kind AND reason = 'Blackout: Firmware' ORDER BY reservation
            """)
        .addParam("kind", kind)
        .execute()
        .map(row -> new Row(row).number("reservation"))
        .toList();
  }

  @Test
  void whatIsNeverFreeIsLeftOutAndTheRestClosed() {
    lab.book(hours(0, 8), node("pve1"));

    var made =
        lab.blackouts.make(
            blackout(Overlap.KEEP, hours(1, 2), node("pve1"), node("pve2")), by(null));

    assertThat(lab.reservations.find(made.blackout().id()).requests())
        .containsExactly(node("pve2"));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(
            () -> lab.blackouts.make(blackout(Overlap.KEEP, hours(1, 2), node("pve1")), by(null)));
  }

  @Test
  void whatIsInTheWayIsCalledOffWithTheReason() {
    var booked = lab.book(hours(1, 2), node("pve1"));
    var beside = lab.book(hours(1, 2), node("pve2"));
    var earlier = lab.blackouts.make(blackout(Overlap.REFUSE, hours(4, 1), node("pve1")), by(null));

    var made =
        lab.blackouts.make(blackout(Overlap.CANCEL, hours(0, 8), node("pve1")), by("k", "x"));

    assertThat(made.cancelled()).containsExactly(booked.id());
    assertThat(made.kept()).containsExactly(earlier.blackout().id());
    assertThat(told("kept")).isEmpty();
    assertThat(lab.reservations.find(booked.id()))
        .extracting(r -> r.status(), r -> r.phase(), r -> r.reason())
        .containsExactly(Status.CANCELLED, Phase.CALLED_OFF, "Blackout: Firmware");
    assertThat(lab.reservations.find(beside.id())).isEqualTo(beside);
    assertThat(
            lab.blackouts
                .make(blackout(Overlap.CANCEL, hours(0, 8), node("pve1")), by("k", "x"))
                .blackout())
        .isEqualTo(made.blackout());
  }

  @Test
  void aBlackoutTakesWhatIsOutOfServiceAndStaysWhereItIs() {
    var sw1 = lab.device("sw1");
    lab.change(sw1, new ResourceChange(null, null, "broken", null));

    var made =
        lab.blackouts.make(
            blackout(Overlap.REFUSE, hours(1, 2), ClaimRequest.device("sw1")), by(null));

    var later = made.blackout().times().at(hours(2, 2));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            lab.reservations.change(
                made.blackout().id(), ReservationChange.NOTHING.withTimes(later), null));
    lab.reservations.cancel(made.blackout().id(), null, null);
    assertThat(lab.count("SELECT count(*) AS n FROM claim WHERE holding")).isZero();
  }

  @Test
  void datesOfASeriesThatAreClosedAreLeftOutAndSaySo() {
    lab.blackouts.make(blackout(Overlap.REFUSE, hours(24, 8), node("pve1")), by(null));
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=3",
            List.of(),
            NewSeries.Mode.SKIP,
            IntStream.range(0, 3)
                .mapToObj(day -> new Times(hours(24.0 * day + 1, 2), ROME))
                .map(times -> new Occurrence(times.startLocal(), times))
                .toList(),
            null);

    var booked = lab.reservations.bookSeries(wanted(hours(1, 2), node("pve1")), series, by(null));

    assertThat(booked.booked()).hasSize(2);
    assertThat(booked.skipped().getFirst().conflicts()).allMatch(Conflict::closed);
    var skipped =
        lab.reservations.series(requireNonNull(booked.series()).id()).skipped().getFirst();
    assertThat(skipped.why()).isEqualTo("node pve1 is closed");
    assertThat(skipped.code()).isEqualTo("blackout");
  }

  @Test
  void nobodyBooksInBetweenWhileAllIsCalledOff() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8).forEach(i -> lab.book(hours(i, 0.5), share("pve1", 1)));
      var bookers =
          IntStream.range(0, 16)
              .mapToObj(i -> CompletableFuture.runAsync(() -> tried(hours(i % 8, 1)), threads))
              .toList();

      var made = lab.blackouts.make(blackout(Overlap.CANCEL, hours(0, 8), node("pve1")), by(null));
      bookers.forEach(CompletableFuture::join);

      assertThat(made.blackout().claims()).hasSize(1);
      assertThat(made.kept()).isEmpty();
    }
    assertThat(lab.count("SELECT count(*) AS n FROM claim WHERE holding")).isEqualTo(1);
  }

  private void tried(Window window) {
    try {
      lab.book(window, share("pve1", 1));
    } catch (Refusal.ReservationConflict e) {
      assertThat(e.conflicts()).isNotEmpty();
    }
  }

  @Test
  void addressesAreClosedBesideWhoeverHasSomeOfThem() {
    var pool = ClaimRequest.addresses(AddressRange.parse("10.20.0.0/24"));
    var some = ClaimRequest.addresses(AddressRange.parse("10.20.0.10-10.20.0.20"));
    var there = lab.book(hours(2, 2), some);

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(
            () -> lab.blackouts.make(blackout(Overlap.REFUSE, hours(0, 8), pool), by(null)));
    var made = lab.blackouts.make(blackout(Overlap.KEEP, hours(0, 8), pool), by(null));

    assertThat(made.kept()).containsExactly(there.id());
    assertThat(made.blackout().claims())
        .extracting(Claim::during)
        .containsExactly(hours(0, 2), hours(4, 4));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(5, 1), some))
        .satisfies(e -> assertThat(e.conflicts().getFirst().closed()).isTrue());
  }

  @Test
  void aChangeThatWaitsIsCancelledByItselfAndThePresentOneStays() {
    new PgPolicies(lab.database).set(null, RulesTest.approving(true, null, null));
    var present = lab.book(hours(1, 1), node("pve1"));
    var ruled = lab.reservations.ruled(RulesTest.ANA);
    var times = present.times().at(hours(5, 1));
    var change = ruled.change(present.id(), ReservationChange.NOTHING.withTimes(times), null);
    assertThat(change.replaces()).isEqualTo(present.id());

    var made = lab.blackouts.make(blackout(Overlap.CANCEL, hours(4, 4), node("pve1")), by(null));

    assertThat(made.cancelled()).containsExactly(change.id());
    assertThat(lab.reservations.find(change.id()).reason()).isEqualTo("Blackout: Firmware");
    assertThat(lab.reservations.find(present.id()).phase()).isEqualTo(Phase.BOOKED);
    assertThat(told("change_refused")).containsExactly(present.id());
    assertThat(told("refused")).isEmpty();
  }
}
