package direttore.store.reservation;

import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static direttore.store.reservation.ReservationLab.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceObject;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.InventoryResources;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.inventory.PgInventoryCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prefixes that are pools and ranges of addresses, as things to reserve. */
class AddressPoolsTest {
  private static final String ACTIVE = "'status': {'value': 'active'}";

  private final ReservationLab lab = new ReservationLab();
  private final PgInventoryCopy copy = new PgInventoryCopy(lab.database, "netbox");
  private final PgInventoryLinks links = new PgInventoryLinks(lab.database, "netbox");
  private final InventoryResources keeper = new InventoryResources(links, lab.resourceChanges);

  @BeforeEach
  void open() {
    for (var kind : Kind.values()) {
      hold(copy, kind);
    }
    hold(copy, Kind.SITE, object(1, "'name': 'Frankfurt', 'slug': 'fra1'"));
    copy.current("4.7.3", Instant.parse("2026-03-01T09:00:00Z"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static SourceObject pool(long id, String network, String more) {
    return object(
        id,
        """
        'prefix': '%s', 'is_pool': true, 'scope_type': 'dcim.site', 'scope_id': 1,
        'tags': [{'slug': 'lab'}], %s
        """
            .formatted(network, more));
  }

  private static SourceObject range(long id, String first, String last, String more) {
    return object(
        id,
        """
        'start_address': '%s/24', 'end_address': '%s/24', 'description': 'for labs', %s
        """
            .formatted(first, last, more));
  }

  private void prefixes(SourceObject... prefixes) {
    hold(copy, Kind.PREFIX, prefixes);
    keeper.keep();
  }

  private void ranges(SourceObject... ranges) {
    hold(copy, Kind.RANGE, ranges);
    keeper.keep();
  }

  private List<Resource> all() {
    return lab.resources.all(Set.of(ResourceKind.ADDRESSES));
  }

  private @Nullable String out(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outOfService();
  }

  private static ClaimRequest addresses(String text) {
    return ClaimRequest.addresses(AddressRange.parse(text));
  }

  @Test
  void poolsAndRangesAreResourcesByTheirAddresses() {
    prefixes(
        pool(4, "10.4.0.0/29", ACTIVE),
        object(5, "'prefix': '10.5.0.0/24', " + ACTIVE),
        object(6, "'prefix': '10.6.0.0/24', 'tags': [{'slug': 'direttore-pool'}], " + ACTIVE),
        pool(7, "10.0.0.0/8", ACTIVE));
    ranges(range(1, "10.7.0.10", "10.7.0.20", ACTIVE));

    assertThat(all())
        .extracting(Resource::name)
        .containsExactly("10.4.0.0/29", "10.6.0.0/24", "10.7.0.10-10.7.0.20");
    var pool = all().getFirst();
    assertThat(pool.tags()).containsExactly("lab", "site:fra1");
    assertThat(pool.outOfService()).isNull();
    var link = Objects.requireNonNull(links.of(List.of(pool.id())).get(pool.id()));
    assertThat(link.id()).isEqualTo(4);
    assertThat(link.site()).isEqualTo("Frankfurt");
    assertThat(keeper.keep()).isEmpty();
  }

  @Test
  void whoeverReservesAPoolHasAllOfItAndItsGuestsTakeOfIt() {
    prefixes(pool(4, "10.4.0.0/29", ACTIVE));
    // What stands in a pool stays there.
    hold(copy, Kind.ADDRESS, object(1, "'address': '10.4.0.7/29'"));

    var lesson = lab.book(hours(1, 2), addresses("10.4.0.0/29"), prefix(2));

    assertThat(lesson.claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("10.4.0.0/29", "10.4.0.0", "10.4.0.1");
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(2, 1), prefix(1)));
    assertThat(lab.book(hours(3, 1), prefix(1)).claims()).hasSize(1);
    assertThat(
            new PgInventoryHolders(lab.database, "netbox")
                .of(Kind.PREFIX, List.of(4L), hours(2, 1).from(), Duration.ofDays(1)))
        .containsOnlyKeys(4L);
  }

  private static ClaimRequest prefix(int count) {
    return new ClaimRequest.OfPrefix(4, count, null);
  }

  @Test
  void whatNetBoxKeepsOutIsOutOfService() {
    prefixes(
        pool(4, "10.4.0.0/29", "'status': {'value': 'reserved'}"),
        pool(5, "10.5.0.0/29", "'mark_utilized': true, " + ACTIVE));
    ranges(
        range(1, "10.7.0.10", "10.7.0.20", "'mark_populated': true, " + ACTIVE),
        range(2, "10.7.0.30", "10.7.0.40", "'role': {'name': 'DHCP', 'slug': 'dhcp'}, " + ACTIVE),
        range(3, "10.7.0.50", "10.7.0.60", "'tags': [{'slug': 'direttore-exclude'}], " + ACTIVE));

    assertThat(out("10.4.0.0/29")).isEqualTo("reserved in NetBox");
    assertThat(out("10.5.0.0/29")).isEqualTo("fully utilized in NetBox");
    assertThat(out("10.7.0.10-10.7.0.20")).isEqualTo("populated in NetBox");
    assertThat(out("10.7.0.30-10.7.0.40")).isEqualTo("for DHCP in NetBox");
    assertThat(out("10.7.0.50-10.7.0.60")).isEqualTo("tagged direttore-exclude in NetBox");
  }

  @Test
  void whoeverReservedWhatVanishesIsTold() {
    lab.now = Instant.now();
    ranges(range(1, "10.7.0.10", "10.7.0.20", ACTIVE));
    var start = lab.now.plusSeconds(3600);
    var lesson =
        lab.book(
            direttore.domain.reservation.Window.of(start, Duration.ofHours(1)),
            addresses("10.7.0.10-10.7.0.20"));

    ranges();

    assertThat(out("10.7.0.10-10.7.0.20")).isEqualTo("no longer in NetBox");
    assertThat(
            new PgMarks(lab.database)
                .of(List.of(lesson.id()))
                .getOrDefault(lesson.id(), Mark.NONE)
                .atRisk())
        .hasSize(1);
    ranges(range(2, "10.7.0.10", "10.7.0.20", ACTIVE));
    assertThat(out("10.7.0.10-10.7.0.20")).isNull();
  }

  @Test
  void oneWithOtherAddressesIsAnotherResource() {
    ranges(range(1, "10.7.0.10", "10.7.0.20", ACTIVE));
    lab.book(hours(1, 1), addresses("10.7.0.10-10.7.0.20"));

    ranges(range(1, "10.7.0.10", "10.7.0.30", ACTIVE));

    assertThat(out("10.7.0.10-10.7.0.20")).isEqualTo("no longer in NetBox");
    assertThat(out("10.7.0.10-10.7.0.30")).isNull();
    ranges(range(1, "10.7.0.10", "10.7.0.20", ACTIVE));
    assertThat(out("10.7.0.10-10.7.0.20")).isNull();
  }
}
