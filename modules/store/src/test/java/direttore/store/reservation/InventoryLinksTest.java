package direttore.store.reservation;

import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.hours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceObject;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.InventoryResources;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.store.inventory.PgInventoryCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources that follow what the copy of NetBox has. */
class InventoryLinksTest {
  private static final Set<ResourceKind> DEVICES = Set.of(ResourceKind.DEVICE);
  private static final Set<ResourceKind> VLANS = Set.of(ResourceKind.VLAN);

  private ReservationLab lab;
  private PgInventoryCopy copy;
  private PgInventoryLinks links;
  private InventoryResources keeper;

  @BeforeEach
  void open() {
    lab = new ReservationLab();
    of("netbox");
    for (var kind : Kind.values()) {
      hold(copy, kind);
    }
    hold(
        copy,
        Kind.SITE,
        object(1, "'name': 'Frankfurt', 'slug': 'fra1'"),
        object(2, "'name': 'Vienna', 'slug': 'vie1'"));
    read();
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    lab.close();
  }

  private void of(String source) {
    copy = new PgInventoryCopy(lab.database, source);
    links = new PgInventoryLinks(lab.database, source);
    keeper = new InventoryResources(links, lab.resourceChanges);
  }

  private void read() {
    copy.current("4.7.3", Instant.parse("2026-03-01T09:00:00Z"));
  }

  private static SourceObject device(long id, String name, String more) {
    return object(
        id,
        """
        'name': '%s', 'site': {'id': 1, 'name': 'Frankfurt', 'slug': 'fra1'},
        'role': {'id': 1, 'name': 'Leaf', 'slug': 'leaf'},
        'platform': {'id': 1, 'slug': 'junos'}%s
        """
            .formatted(name, more));
  }

  private static SourceObject device(long id, String name) {
    return device(id, name, ", 'status': {'value': 'active'}");
  }

  private void devices(SourceObject... devices) {
    hold(copy, Kind.DEVICE, devices);
    assertThat(keeper.keep()).isEmpty();
  }

  private List<Resource> all(Set<ResourceKind> kinds) {
    return lab.resources.all(kinds);
  }

  private Resource only(String name) {
    return all(Set.of()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable String out(String name) {
    return only(name).outOfService();
  }

  private List<String> names(Set<ResourceKind> kinds) {
    return all(kinds).stream().map(Resource::name).toList();
  }

  private List<AtRisk> atRisk(Reservation reservation) {
    return new PgMarks(lab.database)
        .of(List.of(reservation.id()))
        .getOrDefault(reservation.id(), Mark.NONE)
        .atRisk();
  }

  private long told(String kind) {
    return lab.count("SELECT count(*) AS n FROM notice WHERE kind = '%s'".formatted(kind));
  }

  @Test
  void devicesBecomeResourcesThatSayWhatTheyAre() {
    devices(
        device(7, "leaf01", ", 'status': {'value': 'active'}, 'tags': [{'slug': 'lab'}]"),
        object(8, "'name': null, 'display': 'QFX (8)', 'status': {'value': 'active'}"));

    assertThat(names(DEVICES)).containsExactly("QFX (8)", "leaf01");
    var leaf = only("leaf01");
    assertThat(leaf.tags()).containsExactly("lab", "platform:junos", "role:leaf", "site:fra1");
    assertThat(leaf.outOfService()).isNull();
    var lesson = lab.book(hours(40, 1), ClaimRequest.device("leaf01"));
    assertThat(
            new PgInventoryHolders(lab.database, "netbox")
                .of(Kind.DEVICE, List.of(7L, 8L), lab.now, Duration.ofDays(9)))
        .containsOnlyKeys(7L)
        .allSatisfy((id, occupancy) -> {
          assertThat(occupancy.now()).isEmpty();
          assertThat(requireNonNull(occupancy.next()).by().reservation()).isEqualTo(lesson.id());
        });
    assertThat(links.of(List.of(leaf.id())).get(leaf.id()))
        .isEqualTo(new InventoryLink(Kind.DEVICE, 7, "leaf01", "Frankfurt", "Leaf", null));
    assertThat(
            lab.book(hours(1, 1), any(ResourceKind.DEVICE, 1, "role:leaf", "site:fra1")).claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("leaf01");
    assertThat(links.keep()).isZero();
  }

  @Test
  void whatIsNotActiveOrIsExcludedIsOutOfService() {
    devices(
        device(1, "sw1", ", 'status': {'value': 'offline'}"),
        device(2, "sw2", ", 'status': {'value': 'staged'}"),
        device(
            3, "sw3", ", 'status': {'value': 'active'}, 'tags': [{'slug': 'direttore-exclude'}]"),
        device(4, "sw4"));

    assertThat(out("sw1")).isEqualTo("offline in NetBox");
    assertThat(out("sw2")).isEqualTo("staged in NetBox");
    assertThat(out("sw3")).isEqualTo("tagged direttore-exclude in NetBox");
    assertThat(out("sw4")).isNull();
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 1), ClaimRequest.device("sw1")));
  }

  @Test
  void whoHasWhatGoesOfflineIsToldOnceAndLosesNothing() {
    devices(device(1, "sw1"), device(2, "sw2"));
    var named = lab.book(hours(1, 2), ClaimRequest.device("sw1"));
    var later = lab.book(hours(24.0 * 8, 2), ClaimRequest.device("sw1"));

    devices(device(1, "sw1", ", 'status': {'value': 'failed'}"), device(2, "sw2"));
    devices(device(1, "sw1", ", 'status': {'value': 'failed'}"), device(2, "sw2"));

    assertThat(told("at_risk")).isEqualTo(1);
    assertThat(atRisk(named)).extracting(AtRisk::why).containsExactly("failed in NetBox");
    assertThat(lab.reservations.find(named.id()).claims()).isEqualTo(named.claims());
    assertThat(lab.reservations.find(later.id()).claims()).isEqualTo(later.claims());

    devices(device(1, "sw1"), device(2, "sw2"));
    assertThat(atRisk(named)).isEmpty();
    devices(device(2, "sw2"));
    assertThat(told("at_risk")).isEqualTo(2);
  }

  @Test
  void whoAskedForAnyGetsAnotherOne() {
    devices(device(1, "sw1"), device(2, "sw2"));
    var any = lab.book(hours(1, 2), any(ResourceKind.DEVICE, 1, "role:leaf"));

    devices(device(2, "sw2"));

    assertThat(lab.reservations.find(any.id()).claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("sw2");
    assertThat(told("reassigned")).isEqualTo(1);
    assertThat(out("sw1")).isEqualTo("no longer in NetBox");
  }

  @Test
  void anotherNameIsTheSameResource() {
    devices(device(1, "sw1"), device(2, "sw2"));
    var first = lab.book(hours(1, 2), ClaimRequest.device("sw1"));
    var second = lab.book(hours(1, 2), ClaimRequest.device("sw2"));
    var ids = List.of(only("sw1").id(), only("sw2").id());

    devices(device(1, "sw2"), device(2, "leaf02"));

    assertThat(List.of(only("sw2").id(), only("leaf02").id())).isEqualTo(ids);
    var now = lab.reservations.find(first.id());
    assertThat(now.requests()).containsExactly(ClaimRequest.device("sw2"));
    assertThat(now.claims()).extracting(claim -> claim.resource().name()).containsExactly("sw2");
    assertThat(lab.reservations.find(second.id()).requests())
        .containsExactly(ClaimRequest.device("leaf02"));
    var moved =
        lab.reservations.change(
            first.id(), ReservationChange.NOTHING.withTimes(first.times().at(hours(5, 1))), null);
    assertThat(moved.claims().getFirst().resource().id()).isEqualTo(ids.getFirst());
  }

  @Test
  void namesAreSwapped() {
    devices(device(1, "sw1"), device(2, "sw2"));
    var first = lab.book(hours(1, 2), ClaimRequest.device("sw1"));

    devices(device(1, "sw2"), device(2, "sw1"));

    assertThat(lab.reservations.find(first.id()).requests())
        .containsExactly(ClaimRequest.device("sw2"));
  }

  @Test
  void whatHasTheSameNameGoesByItsSiteOrItsNumber() {
    devices(
        device(1, "sw1"),
        object(
            2,
            """
            'name': 'sw1', 'status': {'value': 'active'},
            'site': {'id': 2, 'name': 'Vienna', 'slug': 'vie1'}
            """),
        device(3, "sw2"),
        device(4, "sw2"));

    assertThat(names(DEVICES)).containsExactly("fra1/sw1", "fra1/sw2#3", "fra1/sw2#4", "vie1/sw1");
  }

  @Test
  void whatWasEnteredByHandIsTakenOverByItsName() {
    var entered = lab.device("sw1", "mine");
    lab.change(entered, new ResourceChange(null, null, "broken fan", null));
    var other = lab.device("sw9");

    devices(device(1, "sw1"));

    assertThat(only("sw1").id()).isEqualTo(entered.id());
    assertThat(only("sw1").tags()).contains("mine", "role:leaf");
    assertThat(out("sw1")).isEqualTo("broken fan");
    assertThat(links.of(List.of(other.id()))).isEmpty();
    devices(device(1, "sw1", ", 'status': {'value': 'active'}, 'role': null"));
    assertThat(only("sw1").tags()).contains("mine").doesNotContain("role:leaf");

    devices(device(1, "sw9"));
    assertThat(names(DEVICES)).containsExactly("sw9", "sw9#1");
    assertThat(only("sw9").id()).isEqualTo(other.id());
  }

  @Test
  void whatIsMadeAnewTakesOverTheOneThatIsGone() {
    devices(device(1, "sw1"));
    var before = only("sw1").id();
    devices();
    assertThat(out("sw1")).isEqualTo("no longer in NetBox");

    devices(device(5, "sw1"));

    assertThat(only("sw1").id()).isEqualTo(before);
    assertThat(out("sw1")).isNull();
  }

  @Test
  void tagsOfTheInventoryStayWhateverOperatorsSay() {
    devices(device(1, "sw1"));

    lab.change(only("sw1"), new ResourceChange(new TreeSet<>(List.of("mine")), null, null, null));

    assertThat(only("sw1").tags())
        .containsExactly("mine", "platform:junos", "role:leaf", "site:fra1");
  }

  @Test
  void onlyWhatIsGoneCanBeRemoved() {
    devices(device(1, "sw1"));
    var sw1 = only("sw1");
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> lab.resources.remove(sw1.id()))
        .withMessage("device sw1 comes from NetBox and goes with it");

    devices();
    lab.resources.remove(sw1.id());

    assertThat(names(DEVICES)).isEmpty();
    assertThat(links.keep()).isZero();
  }

  @Test
  void whatWasNeverReadWholeChangesNothing() {
    devices(device(1, "sw1"));
    of("another");
    copy.begin();
    hold(copy, Kind.DEVICE);

    assertThat(links.keep()).isZero();
    assertThat(out("sw1")).isNull();
  }

  @Test
  void anotherNetBoxTakesOverByName() {
    devices(device(1, "sw1"), device(2, "sw2"));
    var first = only("sw1").id();
    of("another");
    for (var kind : Kind.values()) {
      hold(copy, kind);
    }
    hold(copy, Kind.DEVICE, device(2, "sw1"));
    read();

    keeper.keep();

    assertThat(only("sw1").id()).isEqualTo(first);
    assertThat(all(DEVICES))
        .extracting(Resource::name, Resource::outOfService)
        .containsExactly(tuple("sw1", null), tuple("sw2", "no longer in NetBox"));
  }

  @Test
  void vlansGoByTheirNumberOrByTheirGroupWhereThatIsNotEnough() {
    var number =
        new NewResource(
            ResourceKind.VLAN, ClusterName.MAIN, "300", new TreeSet<>(), Capacity.WHOLE_ONLY);
    var entered = lab.resources.add(number);
    hold(
        copy,
        Kind.VLAN_GROUP,
        object(
            1, "'name': 'FRA1', 'slug': 'fra1-servers', 'scope_type': 'dcim.site', 'scope_id': 1"),
        object(2, "'name': 'VIE1', 'slug': 'vie1-servers'"));
    hold(
        copy,
        Kind.VLAN,
        object(1, "'vid': 10, 'name': 'web', 'group': {'id': 1}, 'status': {'value': 'active'}"),
        object(2, "'vid': 10, 'name': 'db', 'group': {'id': 2}, 'status': {'value': 'reserved'}"),
        object(3, "'vid': 300, 'name': 'lab', 'status': {'value': 'active'}"));

    keeper.keep();

    assertThat(all(VLANS))
        .extracting(Resource::name, Resource::outOfService)
        .containsExactly(
            tuple("300", null),
            tuple("fra1-servers/10", null),
            tuple("vie1-servers/10", "reserved in NetBox"));
    assertThat(only("300").id()).isEqualTo(entered.id());
    assertThat(only("fra1-servers/10").tags()).containsExactly("group:fra1-servers", "site:fra1");
    var web = only("fra1-servers/10").id();
    assertThat(links.of(List.of(web)).get(web))
        .isEqualTo(new InventoryLink(Kind.VLAN, 1, "web", "Frankfurt", null, null));
  }

  @Test
  void manyAreTakenOverAtOnce() {
    devices(
        LongStream.rangeClosed(1, 1200)
            .mapToObj(i -> device(i, "sw%04d".formatted(i)))
            .toArray(SourceObject[]::new));

    assertThat(names(DEVICES)).hasSize(1200);
  }
}
