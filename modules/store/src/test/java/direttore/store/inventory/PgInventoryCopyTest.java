package direttore.store.inventory;

import static direttore.store.inventory.Objects.THEN;
import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.KindState;
import direttore.domain.inventory.Slice;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgInventoryCopyTest {
  private static final String OURS = "https://netbox.example";
  private final Database database = TestDatabase.migrated();
  private final PgInventoryCopy copy = new PgInventoryCopy(database, OURS);
  private final PgInventory inventory = new PgInventory(database, OURS);

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> names() {
    return inventory
        .vlans(new Inventory.VlanFilter(null, null, null, null, null, null), new Slice(0, 10))
        .items()
        .stream()
        .map(vlan -> vlan.name())
        .toList();
  }

  private static String vlan(int vid, String name) {
    return "'vid': %d, 'name': '%s', 'status': {'value': 'active'}".formatted(vid, name);
  }

  @Test
  void forgetsWhatAWholeReadingDidNotFind() {
    hold(copy, Kind.VLAN, object(1, vlan(10, "ten")), object(2, vlan(20, "twenty")));

    hold(copy, Kind.VLAN, object(2, vlan(20, "guests")));

    assertThat(names()).containsExactly("guests");
  }

  @Test
  void keepsAllOfAReadingThatBrokeOff() {
    hold(copy, Kind.VLAN, object(1, vlan(10, "ten")), object(2, vlan(20, "twenty")));

    copy.put(Kind.VLAN, copy.begin(), List.of(object(2, vlan(20, "guests"))));

    assertThat(names()).containsExactly("ten", "guests");
  }

  @Test
  void removesWhatNetBoxDeleted() {
    hold(copy, Kind.VLAN, object(1, vlan(10, "ten")), object(2, vlan(20, "twenty")));
    hold(copy, Kind.VRF, object(1, "'name': 'blue'"));

    copy.remove(Kind.VLAN, List.of(1L, 7L));

    assertThat(names()).containsExactly("twenty");
    assertThat(inventory.counts()).containsEntry(Kind.VRF, 1L);
  }

  @Test
  void keepsOnlyTheIdsOfNetBoxAndWhatItFoundSince() {
    hold(copy, Kind.VLAN, object(1, vlan(10, "ten")), object(2, vlan(20, "twenty")));
    var reading = copy.begin();
    copy.put(Kind.VLAN, reading, List.of(object(3, vlan(30, "made since"))));

    copy.keepOnly(Kind.VLAN, reading, List.of(2L));

    assertThat(names()).containsExactly("twenty", "made since");
  }

  @Test
  void knowsHowFarEachKindIs() {
    var later = THEN.plusSeconds(3600);
    var reading = copy.begin();
    copy.put(Kind.VLAN, reading, List.of(object(1, later, vlan(10, "ten"))));
    copy.whole(Kind.VLAN, reading, later.plusSeconds(600));
    copy.whole(Kind.VRF, reading, later);

    // One that changed while all were read may have been read as it was before.
    assertThat(copy.kinds())
        .containsEntry(Kind.VLAN, new KindState(later, later.plusSeconds(600), false))
        .containsEntry(Kind.VRF, new KindState(later.minus(Duration.ofMinutes(5)), later, false))
        .containsEntry(Kind.SITE, KindState.NEVER);

    var next = copy.begin();
    copy.put(Kind.VLAN, next, List.of(object(1, later.plusSeconds(900), vlan(10, "ten"))));
    copy.caughtUp(Kind.VLAN, next);
    copy.caughtUp(Kind.VRF, next);
    copy.stale(List.of(Kind.VLAN));

    assertThat(copy.kinds())
        .containsEntry(
            Kind.VLAN, new KindState(later.plusSeconds(900), later.plusSeconds(600), true))
        .containsEntry(Kind.VRF, new KindState(later.minus(Duration.ofMinutes(5)), later, false));
  }

  @Test
  void keepsItsAgeAndItsTrouble() {
    assertThat(copy.state()).isEqualTo(CopyState.never());
    hold(copy, Kind.VLAN);
    copy.settle(77L);
    copy.current("4.7.3", THEN);
    copy.trouble("Token expired", THEN.plusSeconds(30));

    assertThat(copy.change()).hasValue(77);
    assertThat(copy.state())
        .isEqualTo(
            new CopyState("4.7.3", false, THEN, THEN, "Token expired", THEN.plusSeconds(30)));
    assertThat(copy.state().hindrance()).isEqualTo("Token expired");

    copy.current("4.7.4", THEN.plusSeconds(60));

    assertThat(copy.state().comparedAt()).isEqualTo(THEN);
    assertThat(copy.state().reachable()).isTrue();
    assertThat(copy.state().hindrance()).isNull();
    assertThat(copy.state().trouble()).isEqualTo("Token expired");
  }

  @Test
  void isNoCopyOfAnotherNetBox() {
    hold(copy, Kind.VLAN, object(1, vlan(10, "ten")));
    copy.settle(77L);
    copy.current("4.7.3", THEN);
    var other = new PgInventoryCopy(database, "https://other.example");

    assertThat(other.state()).isEqualTo(CopyState.never());
    assertThat(other.change()).isEmpty();

    other.begin();

    assertThat(names()).isEmpty();
    assertThat(copy.state()).isEqualTo(CopyState.never());
    assertThat(other.kinds()).containsEntry(Kind.VLAN, KindState.NEVER);
  }
}
