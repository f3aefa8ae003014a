package direttore.domain.reservation.life;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When what nobody checks in to is returned, and when it is not. */
class CheckedLifeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant QUARTER = minutes(15);
  private static final CheckIn ASKED = new CheckIn(Duration.ofMinutes(15), null);
  private static final Party ADA = new Party("ada", new UUID(0, 7), null);
  private static final Part PART =
      Part.named(
          new UUID(0, 1),
          1,
          "104",
          new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(104)),
          null,
          Care.named(AtStart.START, AtEnd.SHUTDOWN));

  private static Instant minutes(int many) {
    return NOON.plus(Duration.ofMinutes(many));
  }

  private static Life booked(Part... parts) {
    return new Life(
            1,
            ADA,
            Phase.BOOKED,
            Status.PENDING,
            Window.of(NOON, Duration.ofHours(2)),
            Margins.NONE,
            ASKED,
            List.of(parts),
            List.of())
        .booked();
  }

  private static Life running(Part... parts) {
    return booked(parts).rung(BellKind.START, NOON);
  }

  private static @Nullable Instant by(Life life) {
    return new CheckedLife(life).by().orElse(null);
  }

  private static Life settled(Life life, PartState state, @Nullable Failure why, Instant now) {
    var part = life.parts().getFirst();
    return life.settled(
        part.id(), part.round(), new PartDecision.Settle(state, null, null, why), now);
  }

  private static Life due(Life life, Instant now) {
    return life.rung(
        new Bell(BellKind.CHECK_IN_BY, Objects.requireNonNull(by(life))), now, Instant.EPOCH, null);
  }

  @Test
  void isReturnedAtTheLastMomentAndNotBefore() {
    var returned = due(running(), QUARTER.plusMillis(20));

    assertThat(by(running())).isEqualTo(QUARTER);
    assertThat(returned.phase()).isEqualTo(Phase.RETURNED);
    assertThat(returned.window().to()).isEqualTo(QUARTER);
    assertThat(returned.bells()).isEmpty();
  }

  @Test
  void isPutOffWhereItRingsTooLate() {
    var late = due(running(), minutes(40).plusSeconds(7));

    assertThat(late.phase()).isEqualTo(Phase.RUNNING);
    assertThat(by(late)).isEqualTo(minutes(56));
    assertThat(due(late, minutes(56)).phase()).isEqualTo(Phase.RETURNED);
  }

  @Test
  void aLateStartPutsItOffThoughBothAreDue() {
    var now = minutes(40);
    var life =
        booked()
            .rung(new Bell(BellKind.START, NOON), now, Instant.EPOCH, null)
            .rung(new Bell(BellKind.CHECK_IN_BY, QUARTER), now, Instant.EPOCH, null);

    assertThat(life.phase()).isEqualTo(Phase.RUNNING);
    assertThat(by(life)).isEqualTo(minutes(55));
  }

  @Test
  void isPutOffWhereTheProgramCameBackWithinIt() {
    var bell = new Bell(BellKind.CHECK_IN_BY, QUARTER);

    assertThat(by(running().rung(bell, QUARTER, minutes(10), null))).isEqualTo(minutes(25));
    assertThat(running().rung(bell, QUARTER, NOON, null).phase()).isEqualTo(Phase.RETURNED);
  }

  @Test
  void waitsUntilItsGuestsAreReady() {
    var making = running(PART);
    var put = due(making, QUARTER);
    var ready = settled(put, PartState.READY, null, minutes(20));

    assertThat(put.phase()).isEqualTo(Phase.RUNNING);
    assertThat(by(put)).isEqualTo(minutes(30));
    assertThat(by(ready)).isEqualTo(minutes(35));
    assertThat(due(ready, minutes(35)).phase()).isEqualTo(Phase.RETURNING);
  }

  @Test
  void staysAsLongAsAGuestHasFailed() {
    var failed = settled(running(PART), PartState.FAILED, null, minutes(1));

    assertThat(by(due(failed, QUARTER))).isEqualTo(minutes(30));
  }

  @Test
  void isReturnedWhereNothingIsBegunForWhoeverHasIt() {
    var withheld =
        booked(PART).rung(new Bell(BellKind.START, NOON), NOON, NOON, Life.disabled(ADA));

    assertThat(withheld.parts().getFirst().state()).isEqualTo(PartState.FAILED);
    assertThat(due(withheld, QUARTER).phase()).isEqualTo(Phase.RETURNED);
  }

  @Test
  void isNotAskedForWhereItHasEndedByThen() {
    var brief = booked().moved(Window.of(NOON, Duration.ofMinutes(15)), Margins.NONE, NOON);

    assertThat(by(brief)).isNull();
    assertThat(brief.bells()).extracting(Bell::what).doesNotContain(BellKind.CHECK_IN_FROM);
    var longer = brief.moved(Window.of(NOON, Duration.ofHours(1)), Margins.NONE, NOON);
    assertThat(by(longer)).isEqualTo(QUARTER);
  }

  @Test
  void anExtensionShortlyBeforeTheEndGivesTimeToCheckIn() {
    var brief =
        booked()
            .moved(Window.of(NOON, Duration.ofMinutes(15)), Margins.NONE, NOON)
            .rung(BellKind.START, NOON);

    var longer = brief.moved(Window.of(NOON, Duration.ofHours(1)), Margins.NONE, minutes(14));

    assertThat(by(longer)).isEqualTo(minutes(29));
  }

  @Test
  void asksNobodyWhoHasCheckedIn() {
    var checked = new CheckedLife(running()).asking(ASKED.answered(minutes(3)), minutes(3));

    assertThat(checked.bells()).noneMatch(bell -> bell.what().checksIn());
    assertThat(checked.rung(new Bell(BellKind.CHECK_IN_BY, QUARTER), QUARTER, NOON, null).phase())
        .isEqualTo(Phase.RUNNING);
    assertThat(new CheckedLife(checked).handedOver(minutes(5))).isEqualTo(checked);
  }
}
