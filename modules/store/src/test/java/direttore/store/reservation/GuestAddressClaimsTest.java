package direttore.store.reservation;

import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static direttore.store.reservation.ReservationLab.hours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocations.Wanted;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Span;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.store.allocation.PgAllocations;
import direttore.store.inventory.PgInventoryCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that reservations claim, and their guests take. */
class GuestAddressClaimsTest {
  private static final String PREFIX = "'prefix': '10.4.0.0/29', 'status': {'value': 'active'}";

  private final ReservationLab lab = new ReservationLab();
  private final PgInventoryCopy copy = new PgInventoryCopy(lab.database, "netbox");
  private final PgAllocations allocations = new PgAllocations(lab.database, lab.clock);
  private Reservation lesson;

  @BeforeEach
  void book() {
    hold(copy, Kind.PREFIX, object(4, PREFIX));
    copy.current("4.7.3", Instant.parse("2026-03-01T09:00:00Z"));
    lesson = lab.book(hours(1, 2), new ClaimRequest.OfPrefix(4, 2, null));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Optional<Allocation> take(@Nullable Long reservation, String... candidates) {
    var wanted =
        new Wanted(
            UUID.randomUUID(),
            4,
            "pc-1",
            "ana",
            Optional.empty(),
            lab.now,
            lab.now.plusSeconds(3600),
            reservation);
    return allocations.take(wanted, Stream.of(candidates).map(Address::parse).toList());
  }

  private String taken(@Nullable Long reservation, String... candidates) {
    return take(reservation, candidates).orElseThrow().address().toString();
  }

  private List<String> claims() {
    return lab.reservations.find(lesson.id()).claims().stream()
        .map(claim -> claim.resource().name())
        .sorted()
        .toList();
  }

  private List<Address> claimed() {
    return allocations.claimed(lesson.id(), 4);
  }

  private long told() {
    return lab.count("SELECT count(*) AS n FROM notice WHERE kind = 'reassigned'");
  }

  @Test
  void eachGuestTakesOneOfThem() {
    assertThat(claimed()).extracting(Address::toString).containsExactly("10.4.0.1", "10.4.0.2");
    lab.book(hours(3, 1), new ClaimRequest.OfPrefix(4, 2, null));

    assertThat(taken(lesson.id(), "10.4.0.1", "10.4.0.2")).isEqualTo("10.4.0.1");
    assertThat(taken(lesson.id(), "10.4.0.1", "10.4.0.2")).isEqualTo("10.4.0.2");

    assertThat(claimed()).isEmpty();
    assertThat(claims()).containsExactly("10.4.0.1", "10.4.0.2");
    assertThat(told()).isZero();
  }

  @Test
  void whatAGuestTakesInsteadIsClaimedInsteadAndTold() {
    var one = take(lesson.id(), "10.4.0.1").orElseThrow();

    assertThat(allocations.takeAnother(one.id(), List.of(Address.parse("10.4.0.3")))).isPresent();

    assertThat(claims()).containsExactly("10.4.0.2", "10.4.0.3");
    assertThat(told()).isEqualTo(1);
    assertThat(taken(lesson.id(), "10.4.0.4")).isEqualTo("10.4.0.4");
    assertThat(claims()).containsExactly("10.4.0.3", "10.4.0.4");
    assertThat(lab.count("SELECT count(*) AS n FROM address_claim WHERE holding")).isEqualTo(2);
    assertThat(
            lab.count(
                "SELECT count(*) AS n FROM notice WHERE reason ="
                    + " '10.4.0.2 is taken in NetBox, so pc-1 has 10.4.0.4 instead'"))
        .isEqualTo(1);
  }

  @Test
  void itsGuestsTakeNothingThatOthersClaim() {
    lab.book(hours(5, 1), new ClaimRequest.OfPrefix(4, 3, null));

    assertThat(take(lesson.id(), "10.4.0.3")).isEmpty();
    assertThat(taken(null, "10.4.0.3")).isEqualTo("10.4.0.3");
  }

  @Test
  void whatItsGuestsHaveIsFreeForOthersAfterIt() {
    var one = take(lesson.id(), "10.4.0.1").orElseThrow();
    hold(copy, Kind.ADDRESS, object(9, "'address': '10.4.0.1/29'"));
    allocations.held(one.id(), 9);

    var next = lab.book(hours(3, 1), new ClaimRequest.OfPrefix(4, 6, null));
    assertThat(next.claims()).hasSize(6);
    var prolonged =
        lab.reservations.change(
            lesson.id(), ReservationChange.NOTHING.withTimes(lesson.times().at(hours(1, 1))), null);
    assertThat(prolonged.claims()).hasSize(2);
    assertThat(claims()).containsExactly("10.4.0.1", "10.4.0.2");
  }

  @Test
  void whatWasGivenBackComesAgain() {
    var one = take(lesson.id(), "10.4.0.1").orElseThrow();
    assertThat(allocations.returning(lesson.id(), 4, lab.now.minusSeconds(60))).isFalse();

    allocations.releasing(one.id());

    assertThat(allocations.returning(lesson.id(), 4, lab.now.minusSeconds(60))).isTrue();
    allocations.released(one.id());
    lab.now = lab.now.plusSeconds(300);
    assertThat(allocations.returning(lesson.id(), 4, lab.now.minusSeconds(60))).isFalse();
    assertThat(claimed()).hasSize(2);
  }

  @Test
  void itIsSaidWhoHasAnAddressAndWhoIsNext() {
    var holders = new PgInventoryHolders(lab.database, "netbox");
    var one = take(lesson.id(), "10.4.0.1").orElseThrow();
    hold(
        copy,
        Kind.ADDRESS,
        object(9, "'address': '10.4.0.1/29'"),
        object(10, "'address': '10.4.0.6/29'"));
    var range = lab.book(hours(4, 1), ClaimRequest.addresses(AddressRange.parse("10.4.0.0/30")));
    lab.now = hours(2, 1).from();

    var held = holders.of(Kind.ADDRESS, List.of(9L, 10L), lab.now, Duration.ofDays(1));
    var within =
        holders.within(
            new Span(Address.parse("10.4.0.2"), Address.parse("10.4.0.7")),
            lab.now,
            Duration.ofDays(1));

    assertThat(held).containsOnlyKeys(9L);
    var of = requireNonNull(held.get(9L));
    assertThat(of.now()).extracting(use -> use.by().reservation()).containsExactly(lesson.id());
    assertThat(requireNonNull(of.next()).by().reservation()).isEqualTo(range.id());
    assertThat(within)
        .extracting(each -> each.addresses().first() + " " + each.use().by().reservation())
        .containsExactly("10.4.0.0 " + range.id(), "10.4.0.2 " + lesson.id());
    assertThat(allocations.ofAddresses(List.of(9L, 10L))).containsOnlyKeys(9L);
    assertThat(
            allocations.within(4, new Span(Address.parse("10.4.0.0"), Address.parse("10.4.0.3"))))
        .extracting(Allocation::id)
        .containsExactly(one.id());
  }
}
