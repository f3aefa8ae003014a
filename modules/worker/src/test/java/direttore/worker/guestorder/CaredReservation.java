package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.group.Member;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.Identity;
import direttore.domain.reservation.life.Lack;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.LifeReconciler;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartAddresses;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.Sight;
import direttore.testkit.NoQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A reservation of a guest that was there and one that it makes, with all that works on it. */
final class CaredReservation {
  private static final VmidRange RANGE = new VmidRange(new VmId(106), new VmId(199));
  private static final GuestRef NAMED = new GuestRef(GuestKind.QEMU, Lab.NODE, new VmId(Lab.VMID));

  /** Whose it is at first. */
  static final Party ADA = new Party("ada", null, null);

  final Lab lab = new Lab();
  final Instant start = lab.time.now().plusSeconds(300);
  final InMemoryLives lives;
  final LifeReconciler reconciler;
  boolean answers = true;
  boolean wasReady;

  CaredReservation(AtStart atStart) {
    this(atStart, AtEnd.restore(Lab.SNAPSHOT), AtEnd.DESTROY);
  }

  /**
   * One with other ends.
   *
   * @param named of the guest that was there
   * @param made of the one that it makes
   */
  CaredReservation(AtStart atStart, AtEnd named, AtEnd made) {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).birth =
        Birth.of(Map.of("meta", "ctime=1700000000", "vmgenid", "one"));
    lab.keep(Lab.SNAPSHOT);
    lives = new InMemoryLives(lab, life(atStart, named, made));
    reconciler =
        new LifeReconciler(
            lives,
            new Dispatch(lab.operations, new NoQueue()),
            this::look,
            (part, attempt, order, by) -> new PartAddresses.Addressed.Ready(order),
            () -> Set.copyOf(lab.proxmox.guests.keySet()),
            lab.time);
  }

  private Life life(AtStart atStart, AtEnd namedEnd, AtEnd madeEnd) {
    var named = Part.named(new UUID(7, 0), 17, "105", NAMED, null, Care.named(atStart, namedEnd));
    var order =
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            Lab.NODE,
            new VmidChoice.Free(RANGE, Set.of()),
            Lab.container(false),
            Terms.USUAL);
    var address = new Readiness(Readiness.Check.ADDRESS, null, Duration.ofMinutes(5));
    var made =
        Part.made(new UUID(7, 1), 17, "pc-1", new Member(order, null), Care.made(madeEnd, address));
    return new Life(
            17,
            ADA,
            Phase.BOOKED,
            Status.PENDING,
            new Window(start, start.plusSeconds(900)),
            new Margins(Duration.ofMinutes(4), Duration.ofMinutes(1), Duration.ZERO),
            null,
            List.of(named, made),
            List.of())
        .booked();
  }

  private Sight look(Part part, List<UUID> makers, GuestRef guest) {
    try {
      var state = lab.proxmox.state(guest);
      if (state.isEmpty()) {
        return new Sight.Absent();
      }
      var birth = lab.proxmox.identity(guest).orElseThrow().birth();
      var lack = part.made() && !answers ? new Lack(Lack.Of.ADDRESS, null) : null;
      return switch (Identity.of(part, makers, state.get().description(), birth)) {
        case SAME -> new Sight.There(guest, state.get().running(), birth, lack);
        case OTHER -> new Sight.Another();
        case UNCERTAIN -> new Sight.Unproven(guest);
      };
    } catch (HypervisorFailure e) {
      return new Sight.Unknown();
    }
  }

  /** A worker does what there is to be done now. */
  void turn() {
    lives.ring();
    reconciler.reconcile(17);
    var active = active();
    if (active.isPresent()) {
      lab.run(active.get());
    } else {
      lab.time.pass(Duration.ofSeconds(20));
    }
  }

  /** Workers follow each other until nothing is to come; answers how many died. */
  int play() {
    var deaths = 0;
    for (var turns = 0; toCome(); turns++) {
      assertThat(turns).isLessThan(3000);
      deaths += died(this::turn);
      wasReady |= lives.life().parts().stream().allMatch(p -> p.state() == PartState.READY);
      assertNothingTwice();
    }
    return deaths;
  }

  private boolean toCome() {
    return !lives.life().phase().over()
        || lives.life().parts().stream().anyMatch(part -> part.state().moving());
  }

  private void assertNothingTwice() {
    assertThat(lab.proxmox.guests.size()).isLessThanOrEqualTo(2);
    assertThat(lab.proxmox.guests.values())
        .filteredOn(guest -> guest.kind == GuestKind.LXC)
        .allMatch(guest -> guest.starts <= 1);
  }

  /** Does it until it is done; answers how many died of it. */
  static int insist(Runnable what) {
    var deaths = 0;
    for (var died = 1; died > 0; deaths += died) {
      died = died(what);
    }
    return deaths;
  }

  private static int died(Runnable what) {
    try {
      what.run();
      return 0;
    } catch (Touches.Crash e) {
      return 1;
    }
  }

  /** Nobody dies until then. */
  void playUntil(Instant then) {
    while (lab.time.now().isBefore(then)) {
      turn();
    }
  }

  Part part(int number) {
    return lives.life().parts().get(number);
  }

  private Optional<Operation> active() {
    return lab.operations.rows.values().stream()
        .filter(o -> o.state().active())
        .min(Comparator.comparing(o -> String.valueOf(o.membership())));
  }

  long done(String kind) {
    return lab.operations.rows.values().stream()
        .filter(o -> o.order().kind().equals(kind) && o.state() == Operation.State.SUCCEEDED)
        .count();
  }

  void assertOver(String where) {
    assertThat(lab.proxmox.guests.keySet()).as(where).containsExactly(new VmId(Lab.VMID));
    assertThat(part(0).state()).as(where).isEqualTo(PartState.RESTING);
    assertThat(part(1).state()).as(where).isEqualTo(PartState.GONE);
  }
}
