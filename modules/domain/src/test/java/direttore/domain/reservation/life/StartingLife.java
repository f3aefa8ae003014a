package direttore.domain.reservation.life;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A reservation as it is booked, with parts of every kind at random. */
final class StartingLife {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final int NAMED = 100;
  private static final NodeName NODE = new NodeName("pve1");
  private static final SnapshotName BEFORE = new SnapshotName("before");
  private static final List<AtEnd> ENDS =
      List.of(
          AtEnd.NOTHING,
          AtEnd.SHUTDOWN,
          AtEnd.STOP,
          AtEnd.SNAPSHOT,
          AtEnd.DESTROY,
          AtEnd.restore(BEFORE));
  private static final List<AtStart> STARTS =
      List.of(AtStart.NOTHING, AtStart.START, AtStart.SNAPSHOT, AtStart.rollback(BEFORE));
  private static final List<Readiness> READY =
      List.of(
          Readiness.RUNNING,
          new Readiness(Check.NONE, null, Readiness.USUAL),
          new Readiness(Check.AGENT, null, Readiness.USUAL));
  private final Random random;
  private final AtEnd atEnd;
  private final Life life;

  StartingLife(Random random, int size) {
    this.random = random;
    this.atEnd = ENDS.get(random.nextInt(ENDS.size()));
    var parts = IntStream.range(0, size).mapToObj(this::part).toList();
    this.life =
        new Life(
                17,
                new Party("ada", null, null),
                Phase.BOOKED,
                Status.PENDING,
                new Window(NOON, NOON.plus(Duration.ofHours(1))),
                new Margins(
                    Duration.ofMinutes(random.nextInt(3) * 5L),
                    Duration.ofMinutes(random.nextInt(3) * 5L),
                    Duration.ZERO),
                null,
                parts,
                List.of())
            .booked();
  }

  Life life() {
    return life;
  }

  /** The guest that was there before, if it takes care of one. */
  Optional<GuestRef> named() {
    return life.parts().stream().map(Part::guest).filter(Objects::nonNull).findFirst();
  }

  /** One of the guests was there before. */
  private Part part(int number) {
    var id = new UUID(7, number);
    if (number == 0 && !atEnd.destroys()) {
      var start = STARTS.get(random.nextInt(STARTS.size()));
      return Part.named(id, 17, "named", ref(NAMED), null, Care.named(start, atEnd));
    }
    var member =
        new Member(
            new GuestOrder(
                ref(NAMED), new GuestAction.Power(PowerAction.START, 0, false), Terms.USUAL),
            null);
    var end = atEnd.restores() ? AtEnd.DESTROY : atEnd;
    var ready = READY.get(random.nextInt(READY.size()));
    return Part.made(id, 17, "pc-" + number, member, Care.made(end, ready));
  }

  static GuestRef ref(int vmid) {
    return new GuestRef(GuestKind.LXC, NODE, new VmId(vmid));
  }
}
