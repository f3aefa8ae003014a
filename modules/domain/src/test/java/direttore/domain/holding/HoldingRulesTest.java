package direttore.domain.holding;

import static direttore.domain.holding.HoldingEnd.GIVES_BACK;
import static direttore.domain.holding.HoldingEnd.KEEPS;
import static direttore.domain.holding.HoldingEnd.MAKES;
import static direttore.domain.holding.HoldingEnd.RELEASES;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.holding.NewHolding.Continued;
import direttore.domain.holding.NewHolding.OfNobody;
import direttore.domain.holding.NewHolding.Ordered;
import direttore.domain.holding.NewHolding.Repeated;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldingRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID ANA = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID BEN = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final TeamName RED = new TeamName("red");
  private static final Failure WHY = new Failure("task-failed", "no");
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(1042));

  private static GuestOrder order(GuestAction action) {
    return new GuestOrder(GUEST, action, Terms.USUAL);
  }

  private static GuestOrder making() {
    return order(
        new GuestAction.CreateContainer(
            new NewContainer(
                new GuestName("ct"),
                1,
                512,
                0,
                "local-lvm",
                DiskSize.ofGib(8),
                "local:vztmpl/ubuntu.tar.gz",
                List.of(),
                List.of(),
                true,
                false,
                "",
                List.of(),
                true)));
  }

  private static Operation queued(GuestOrder order) {
    return Operation.queued(UUID.randomUUID(), order, "ana", NOW);
  }

  private static Submission by(@Nullable UUID person, @Nullable TeamName team) {
    var actor =
        person == null
            ? Actor.ANYBODY
            : new Actor(person, "somebody", "Somebody", List.of(), Set.of(), Actor.Via.SESSION);
    return new Submission(
        making(), GuestSecrets.NONE, new Submitter(actor, null, List.of()), team, null);
  }

  @Test
  void whatSomebodyOrdersIsTheirsAndWhatNobodyOrdersNobodys() {
    assertThat(NewHolding.of(by(ANA, RED))).isEqualTo(new Ordered(ANA, RED));
    assertThat(NewHolding.of(by(null, null))).isEqualTo(new OfNobody());
  }

  @Test
  void whatIsRepeatedStaysWhoseItWas() {
    var other = Holding.guest(new VmId(105));
    var goesOn = queued(making()).begun("create", NOW).done("create", NOW);

    assertThat(NewHolding.of(goesOn, by(BEN, null), new Repeated(ANA, RED, other, true)))
        .isEqualTo(new Continued(other));
    assertThat(NewHolding.of(goesOn, by(BEN, null), new Repeated(ANA, RED, null, true)))
        .isEqualTo(new Continued(Holding.guest(GUEST.vmid())));
  }

  @Test
  void whatIsMadeAnewIsOfWhoeverOrderedItFirst() {
    var again = queued(making());

    assertThat(NewHolding.of(again, by(BEN, null), new Repeated(ANA, RED, null, true)))
        .isEqualTo(new Ordered(ANA, RED));
    assertThat(NewHolding.of(again, by(BEN, null), new Repeated(null, null, null, false)))
        .isEqualTo(new Ordered(BEN, null));
    assertThat(NewHolding.of(again, by(null, null), new Repeated(null, null, null, false)))
        .isEqualTo(new OfNobody());
  }

  @Test
  void whatIsDeletedIsNobodysOnceItIs() {
    var delete = queued(order(new GuestAction.Delete(false)));

    assertThat(HoldingEnd.of(delete)).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(delete.failed(WHY, NOW))).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(delete.succeeded(NOW))).isEqualTo(RELEASES);
  }

  @Test
  void aMakingEndsByHowFarItCame() {
    var making = queued(making());
    var begun = making.begun("create", NOW);
    var made = begun.done("create", NOW);

    assertThat(HoldingEnd.of(made)).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(made.succeeded(NOW))).isEqualTo(MAKES);
    assertThat(HoldingEnd.of(made.failed(WHY, NOW))).isEqualTo(MAKES);
    assertThat(HoldingEnd.of(begun.failed(WHY, NOW))).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(begun.cancelled(null, NOW))).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(making.failed(WHY, NOW))).isEqualTo(GIVES_BACK);
    assertThat(HoldingEnd.of(making.cancelled(null, NOW))).isEqualTo(GIVES_BACK);
  }

  @Test
  void whatWasTakenBackIsNotMadeHoweverFarItCame() {
    var whole =
        queued(making())
            .begun("create", NOW)
            .done("create", NOW)
            .begun("start", NOW)
            .done("start", NOW);

    var removed = whole.undone("create", WHY, NOW).cancelled(WHY, NOW);

    assertThat(HoldingEnd.of(removed)).isEqualTo(KEEPS);
  }

  @Test
  void whatIsOnlyChangedStaysWhoseItIs() {
    var start = queued(order(new GuestAction.Power(PowerAction.START, 0, false)));

    assertThat(HoldingEnd.of(start.succeeded(NOW))).isEqualTo(KEEPS);
    assertThat(HoldingEnd.of(start.failed(WHY, NOW))).isEqualTo(KEEPS);
  }
}
