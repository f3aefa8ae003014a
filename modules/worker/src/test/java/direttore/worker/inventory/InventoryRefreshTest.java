package direttore.worker.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.agenda.DutyFailed;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceChange.Action;
import direttore.domain.system.SystemFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryRefreshTest {
  private static final SystemFailure DENIED =
      new SystemFailure(
          "NetBox",
          new SystemFailure.Kind.Forbidden(),
          "You do not have permission to perform this action.",
          null);
  private static final SystemFailure AWAY =
      new SystemFailure(
          "NetBox", new SystemFailure.Kind.Unreachable(), "the connection was refused", null);

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final FakeNetBox netbox = new FakeNetBox();
  private final FakeCopy copy = new FakeCopy();
  private InventoryRefresh refresh = new InventoryRefresh(netbox, copy, clock);

  @BeforeEach
  void aLab() {
    netbox.put(Kind.SITE, 1, "FRA1", now.minus(Duration.ofDays(9)));
    netbox.put(Kind.VLAN, 10, "ten", now.minus(Duration.ofDays(9)));
    netbox.put(Kind.VLAN, 20, "twenty", now.minus(Duration.ofDays(9)));
  }

  private void after(Duration time) {
    now = now.plus(time);
    refresh.run();
  }

  private void fails() {
    assertThatExceptionOfType(DutyFailed.class).isThrownBy(() -> refresh.run());
  }

  @Test
  void readsAllOfItOnce() {
    refresh.run();

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten", "twenty");
    assertThat(copy.state().readAt()).isEqualTo(now);
    assertThat(copy.state().version()).isEqualTo("4.7.3");
    // Its state, where the change log ends, and each kind.
    assertThat(netbox.asked()).hasSize(2 + Kind.values().length);
  }

  @Test
  void asksOneQuestionWhenNothingChanged() {
    refresh.run();
    netbox.asked();

    after(Duration.ofSeconds(20));

    assertThat(netbox.asked()).containsExactly("changes");
    assertThat(copy.state().readAt()).isEqualTo(now);
  }

  @Test
  void readsWhatTheChangeLogNames() {
    refresh.run();
    netbox.put(Kind.VLAN, 10, "guests", now);
    netbox.put(Kind.VLAN, 30, "thirty", now);
    netbox.delete(Kind.VLAN, 20, now);
    netbox.asked();

    after(Duration.ofSeconds(20));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("guests", "thirty");
    assertThat(netbox.asked()).containsExactly("changes", "since vlan");

    after(Duration.ofSeconds(20));

    assertThat(netbox.asked()).as("known already").containsExactly("changes");
  }

  @Test
  void seesAChangeThatCameToLightLate() {
    refresh.run();
    var late = netbox.begin();
    netbox.delete(Kind.VLAN, 20, now);
    after(Duration.ofSeconds(20));
    netbox.lose(Kind.VLAN, 10);
    netbox.commit(late, Kind.VLAN.type(), 10, Action.DELETE, now);

    after(Duration.ofSeconds(20));

    assertThat(copy.texts(Kind.VLAN)).isEmpty();
  }

  @Test
  void readsWhatHasTheNameOfSomethingThatWasRenamed() {
    refresh.run();
    after(Duration.ofMinutes(11));
    netbox.rewrite(Kind.VLAN, 10, "ten of FRA2", now.minus(Duration.ofDays(9)));
    netbox.put(Kind.SITE, 1, "FRA2", now);

    after(Duration.ofSeconds(20));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten of FRA2", "twenty");

    netbox.rewrite(Kind.VLAN, 10, "ten of FRA3", now.minus(Duration.ofDays(9)));
    netbox.put(Kind.SITE, 1, "FRA3", now);
    netbox.asked();
    after(Duration.ofSeconds(20));

    assertThat(netbox.asked()).as("not again so soon").doesNotContain("all vlan");

    after(Duration.ofMinutes(10));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten of FRA3", "twenty");
  }

  @Test
  void deletesNothingByAReadingThatFailed() {
    refresh.run();
    netbox.failAt("all vlan", AWAY);
    now = now.plus(Duration.ofDays(2));

    fails();

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten", "twenty");
    assertThat(copy.state().hindrance()).isEqualTo("the connection was refused");
    assertThat(copy.state().reachable()).isFalse();

    netbox.failAt(null, null);
    netbox.lose(Kind.VLAN, 20);
    after(Duration.ofSeconds(30));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten");
    assertThat(copy.state().hindrance()).isNull();
  }

  @Test
  void saysWhichRightIsMissing() {
    netbox.failAt("all vlan", DENIED);

    fails();

    assertThat(copy.state().trouble())
        .isEqualTo("You do not have permission to perform this action. (asked for ipam.vlan)");
  }

  @Test
  void goesOnWhereTheFirstReadingBrokeOff() {
    netbox.failAt("all vlan", AWAY);
    fails();
    assertThat(copy.state().readAt()).isNull();
    netbox.failAt(null, null);
    netbox.asked();

    after(Duration.ofSeconds(30));

    assertThat(netbox.asked()).contains("all vlan", "all address").doesNotContain("all site");
    assertThat(copy.state().readAt()).isEqualTo(now);
  }

  @Test
  void losesNoChangeToATimeThatFailed() {
    refresh.run();
    netbox.put(Kind.VLAN, 10, "guests", now);
    netbox.failAt("since vlan", AWAY);
    now = now.plusSeconds(20);
    fails();
    netbox.failAt(null, null);

    after(Duration.ofSeconds(30));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("guests", "twenty");
  }

  @Test
  void comparesStampsAndIdsWhereTheLogMayNotBeRead() {
    netbox.failAt("newest change", DENIED);
    refresh.run();
    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten", "twenty");
    netbox.put(Kind.VLAN, 10, "guests", now);
    netbox.lose(Kind.VLAN, 20);
    netbox.asked();

    after(Duration.ofSeconds(20));
    assertThat(netbox.asked()).as("at a slow pace").isEmpty();

    after(Duration.ofMinutes(5));
    assertThat(copy.texts(Kind.VLAN)).containsExactly("guests", "twenty");

    after(Duration.ofHours(1));
    assertThat(copy.texts(Kind.VLAN)).containsExactly("guests");
  }

  @Test
  void whatNoLogTellsIsFoundWithinADay() {
    refresh.run();
    netbox.lose(Kind.VLAN, 20);

    after(Duration.ofDays(1));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten");
  }

  @Test
  void anotherProcessGoesOnWhereTheFirstWas() {
    refresh.run();
    netbox.delete(Kind.VLAN, 20, now);
    refresh = new InventoryRefresh(netbox, copy, clock);
    netbox.asked();

    after(Duration.ofSeconds(20));

    assertThat(copy.texts(Kind.VLAN)).containsExactly("ten");
    assertThat(netbox.asked()).contains("changes").doesNotContain("all vlan");
  }
}
