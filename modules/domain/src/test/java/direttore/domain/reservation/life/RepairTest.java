package direttore.domain.reservation.life;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What can be tried anew, and when. */
class RepairTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Window WINDOW = Window.of(NOON, Duration.ofHours(1));
  private static final Party ADA = new Party("ada", new UUID(0, 7), null);
  private static final Part PART =
      Part.named(
          new UUID(0, 1),
          1,
          "104",
          new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(104)),
          null,
          Care.named(AtStart.START, AtEnd.SHUTDOWN));

  /** Running, with nothing begun, as the account of whoever has it is disabled. */
  private static Life withheld() {
    return new Life(
            1,
            ADA,
            Phase.BOOKED,
            Status.PENDING,
            WINDOW,
            Margins.NONE,
            null,
            List.of(PART),
            List.of())
        .booked()
        .rung(new Bell(BellKind.START, NOON), NOON, NOON, Life.disabled(ADA));
  }

  private static Life repaired(Life life) {
    return life.repaired(Set.of(PART.id()));
  }

  @Test
  void whatWasNotBegunCanBeBegunWhileItLasts() {
    var life = withheld();

    assertThat(life.parts().getFirst().state()).isEqualTo(PartState.FAILED);
    assertThat(life.repairable(life.parts().getFirst())).isTrue();
    var again = repaired(life).parts().getFirst();
    assertThat(again.want()).isEqualTo(PartWant.PRESENT);
    assertThat(again.failure()).isEqualTo(life.parts().getFirst().failure());
  }

  @Test
  void nothingIsBegunOnceItIsOver() {
    for (var over :
        List.of(
            withheld().rung(BellKind.END, WINDOW.to()),
            withheld().cancelled(),
            withheld().givenBack(Window.of(NOON, Duration.ofMinutes(1))))) {
      assertThat(over.phase()).isEqualTo(Phase.RETURNED);
      assertThat(over.parts().getFirst().state()).isEqualTo(PartState.NONE);
      assertThat(over.repairable(over.parts().getFirst())).isFalse();
      assertThat(repaired(over)).isEqualTo(over);
    }
  }
}
