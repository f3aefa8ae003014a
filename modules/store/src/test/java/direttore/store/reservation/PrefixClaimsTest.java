package direttore.store.reservation;

import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.allocation.Allocations;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.Kind;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.allocation.PgAllocations;
import direttore.store.inventory.PgInventoryCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any free addresses of a prefix of NetBox. */
class PrefixClaimsTest {
  /** Pairs of reservations that have an address at the same moment. */
  private static final String OVERLAPS =
      """
      SELECT count(*) AS n FROM address_claim a
        JOIN address_claim b ON b.claim > a.claim AND b.reservation <> a.reservation
         AND lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during)
         AND lower(a.addresses) <= upper(b.addresses) AND lower(b.addresses) <= upper(a.addresses)
       WHERE a.holding AND b.holding
      """;

  private final ReservationLab lab = new ReservationLab().nodes("pve1", "pve2");
  private final PgInventoryCopy copy = new PgInventoryCopy(lab.database, "netbox");

  /** A prefix with three addresses to give (4), one with many (5) and a container (6). */
  @BeforeEach
  void readNetBox() {
    hold(
        copy,
        Kind.PREFIX,
        object(4, "'prefix': '10.4.0.0/29', 'status': {'value': 'active'}"),
        object(5, "'prefix': '10.5.0.0/24', 'status': {'value': 'active'}"),
        object(6, "'prefix': '10.0.0.0/8', 'status': {'value': 'container'}"));
    hold(
        copy,
        Kind.ADDRESS,
        object(1, "'address': '10.4.0.1/29', 'role': {'value': 'vip'}"),
        object(2, "'address': '10.4.0.3/32'"));
    hold(
        copy,
        Kind.RANGE,
        object(
            1,
            "'start_address': '10.4.0.4/29', 'end_address': '10.4.0.4/29', "
                + "'status': {'value': 'reserved'}, 'mark_populated': false"));
    copy.current("4.7.3", Instant.parse("2026-03-01T09:00:00Z"));
  }

  @AfterEach
  void close() {
    assertThat(lab.count(OVERLAPS)).isZero();
    lab.close();
  }

  private static ClaimRequest some(int count, long prefix) {
    return new ClaimRequest.OfPrefix(prefix, count, null);
  }

  private static List<String> names(Reservation reservation) {
    return reservation.claims().stream().map(Claim::resource).map(each -> each.name()).toList();
  }

  private Reservation moved(Reservation one, double from, double length) {
    return lab.reservations.change(
        one.id(), ReservationChange.NOTHING.withTimes(one.times().at(hours(from, length))), null);
  }

  @Test
  void theLowestThatNetBoxLeavesAreClaimed() {
    var one = lab.book(hours(1, 2), some(2, 4));
    var other = lab.book(hours(1, 2), some(1, 4));
    var later = lab.book(hours(3, 2), some(3, 4));

    assertThat(names(one)).containsExactly("10.4.0.2", "10.4.0.5");
    assertThat(names(other)).containsExactly("10.4.0.6");
    assertThat(names(later)).containsExactly("10.4.0.2", "10.4.0.5", "10.4.0.6");
    assertThat(lab.reservations.find(one.id()).requests())
        .containsExactly(new ClaimRequest.OfPrefix(4, 2, "10.4.0.0/29"));
    assertThat(lab.count("SELECT count(*) AS n FROM resource WHERE kind = 'addresses'"))
        .isEqualTo(3);
  }

  @Test
  void whoeverComesTooLateHearsHowManyAreFreeAndWhenThereAreEnough() {
    var one = lab.book(hours(1, 2), some(2, 4));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.book(hours(2, 2), node("pve1"), some(2, 4)));

    assertThat(refusal)
        .hasMessageStartingWith("only 1 address of 10.4.0.0/29 is free from 2026-11-30 11:00");
    assertThat(refusal.field()).isEqualTo("claims[1].count");
    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).addresses()).isEqualTo(1);
    assertThat(refusal.conflicts())
        .filteredOn(each -> each.by() != null)
        .extracting(each -> each.resource().name(), each -> requireNonNull(each.by()).reservation())
        .containsExactly(tuple("10.4.0.2", one.id()), tuple("10.4.0.5", one.id()));
    assertThat(refusal.nextFree()).extracting(Slot::window).contains(hours(3, 2));
    assertThat(refusal.nextFree()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void whatCannotBeHadAtAllIsRefusedByItsField() {
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.book(hours(1, 1), some(4, 4)))
        .withMessage("There are 3 free addresses of 10.4.0.0/29, and 4 are asked for.")
        .matches(e -> "claims[0].count".equals(e.field()));
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.book(hours(1, 1), node("pve1"), some(1, 6)))
        .withMessageContaining("is a container")
        .matches(e -> "claims[1].prefix".equals(e.field()));
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() -> lab.book(hours(1, 1), some(1, 77)))
        .withMessage("There is no prefix 77 in NetBox.")
        .matches(e -> "claims[0].prefix".equals(e.field()));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> lab.book(hours(1, 1), some(1, 4), some(2, 4)))
        .matches(e -> "claims[1].prefix".equals(e.field()));
    lab.database.client().execute().delete("DELETE FROM inventory_copy");
    assertThatExceptionOfType(Refusal.Upstream.class)
        .isThrownBy(() -> lab.book(hours(1, 1), some(1, 4)));
  }

  @Test
  void neitherWhatIsTakenOutsideNorWhatItNamesItselfIsChosen() {
    var allocations = new PgAllocations(lab.database, lab.clock);
    var wanted =
        new Allocations.Wanted(
            UUID.randomUUID(),
            4,
            "web",
            "bob",
            Optional.empty(),
            lab.now,
            lab.now.plusSeconds(60),
            null);
    assertThat(allocations.take(wanted, List.of(Address.parse("10.4.0.2")))).isPresent();

    var one =
        lab.book(hours(1, 2), ClaimRequest.addresses(AddressRange.parse("10.4.0.5")), some(1, 4));

    assertThat(names(one)).containsExactly("10.4.0.5", "10.4.0.6");
  }

  private static ClaimRequest range(String text) {
    return ClaimRequest.addresses(AddressRange.parse(text));
  }

  private void refused(String range, String why) {
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.book(hours(1, 1), node("pve1"), range(range)))
        .withMessage(why + ": reserve others, or any of its prefix.")
        .matches(e -> "claims[1].addresses".equals(e.field()));
  }

  @Test
  void whatSomebodyHasIsNotReservedByItsAddress() {
    var allocations = new PgAllocations(lab.database, lab.clock);
    var wanted =
        new Allocations.Wanted(
            UUID.randomUUID(),
            4,
            "web",
            "bob",
            Optional.empty(),
            lab.now,
            lab.now.plusSeconds(60),
            null);
    allocations.take(wanted, List.of(Address.parse("10.4.0.5")));

    refused("10.4.0.3", "10.4.0.3 is taken in NetBox");
    refused("10.4.0.0/29", "10.4.0.3 is taken in NetBox");
    refused("10.4.0.4-10.4.0.6", "10.4.0.5 is taken (bob)");
    // The gateway is no obstacle, nor is what was booked before NetBox had it.
    var one = lab.book(hours(1, 1), range("10.4.0.0-10.4.0.2"));
    hold(copy, Kind.ADDRESS, object(9, "'address': '10.4.0.2/29'"));
    var more =
        ReservationChange.NOTHING.withClaims(List.of(range("10.4.0.0-10.4.0.2"), node("pve1")));
    assertThat(lab.reservations.change(one.id(), more, null).claims()).hasSize(2);
    var worse = ReservationChange.NOTHING.withClaims(List.of(range("10.4.0.1-10.4.0.2")));
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.reservations.change(one.id(), worse, null));
  }

  @Test
  void whoeverMovesKeepsWhatIsFreeThenAndElseGetsOthers() {
    lab.book(hours(5, 1), some(1, 4));
    var one = lab.book(hours(1, 1), some(2, 4));
    assertThat(names(one)).containsExactly("10.4.0.2", "10.4.0.5");

    assertThat(names(moved(one, 2, 2))).containsExactly("10.4.0.2", "10.4.0.5");
    assertThat(names(moved(one, 5, 1))).containsExactlyInAnyOrder("10.4.0.5", "10.4.0.6");
    assertThat(names(moved(one, 1, 1))).containsExactlyInAnyOrder("10.4.0.5", "10.4.0.6");
  }

  @Test
  void whatSomebodyTookInNetBoxIsGivenUpWithTheNextMove() {
    var one = lab.book(hours(1, 1), some(1, 4));

    hold(copy, Kind.ADDRESS, object(9, "'address': '10.4.0.2/29'"));

    assertThat(names(moved(one, 2, 1))).containsExactly("10.4.0.1");
    hold(copy, Kind.PREFIX);
    assertThat(names(moved(one, 3, 1))).containsExactly("10.4.0.1");
  }

  @Test
  void whoeverWaitsForThemIsOfferedThemOnceTheyAreFree() {
    var one = lab.book(hours(1, 4), some(2, 4));
    lab.waiting.add(
        new Wish(
            ReservationLab.details("later"),
            List.of(some(2, 4)),
            hours(1, 4),
            Duration.ofHours(3),
            ReservationLab.ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        by(null));
    assertThat(lab.serve()).isEmpty();

    lab.reservations.cancel(one.id(), List.of(), null, null);

    assertThat(lab.serve()).singleElement().satisfies(each -> assertThat(names(each)).hasSize(2));
  }

  @Test
  void availabilityCountsThemAndKeepsNothingOfTheQuestion() {
    lab.book(hours(1, 2), some(2, 4));
    var question =
        new Availability.Wanted(List.of(some(2, 4)), Duration.ofHours(1), Margins.NONE, null);

    var slots = lab.availability.slots(question, hours(1, 10), 1).slots();

    assertThat(slots.getFirst().window().from()).isEqualTo(hours(3, 1).from());
    assertThat(lab.count("SELECT count(*) AS n FROM resource WHERE kind = 'addresses'"))
        .isEqualTo(2);
  }

  @Test
  void manyAtOnceGetDifferentOnesUntilNoneIsLeft() throws Exception {
    var all = Collections.synchronizedList(new ArrayList<Reservation>());
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          Stream.<Callable<Object>>generate(() ->
                  () -> {
                    try {
                      all.add(lab.reservations.book(wanted(hours(1, 1), some(6, 5)), by(null)));
                    } catch (Refusal.ReservationConflict e) {
                      // Too few are left.
                    }
                    return true;
                  })
              .limit(64)
              .toList();
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(all.stream().flatMap(each -> names(each).stream()))
        .doesNotHaveDuplicates()
        .hasSize(252);
  }
}
