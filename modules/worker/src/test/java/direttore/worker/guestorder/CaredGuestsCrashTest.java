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
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.domain.reservation.life.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reservation that puts a guest back at its start and its end, and makes one that is asked. */
class CaredGuestsCrashTest {
  private static final VmidRange RANGE = new VmidRange(new VmId(106), new VmId(199));
  private static final GuestRef NAMED = new GuestRef(GuestKind.QEMU, Lab.NODE, new VmId(Lab.VMID));

  /** The reservation with all that works on it. */
  private static final class Play {
    final Lab lab = new Lab();
    final Instant start = lab.time.now().plusSeconds(300);
    final InMemoryLives lives;
    final LifeReconciler reconciler;
    boolean answers = true;
    boolean wasReady;

    Play(AtStart atStart) {
      lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).birth =
          Birth.of(Map.of("meta", "ctime=1700000000", "vmgenid", "one"));
      lab.keep(Lab.SNAPSHOT);
      lives = new InMemoryLives(lab, life(atStart));
      reconciler =
          new LifeReconciler(
              lives,
              new Dispatch(lab.operations, new NoQueue()),
              this::look,
              () -> Set.copyOf(lab.proxmox.guests.keySet()),
              lab.time);
    }

    private Life life(AtStart atStart) {
      var named =
          Part.named(
              new UUID(7, 0),
              17,
              "105",
              NAMED,
              null,
              Care.named(atStart, AtEnd.restore(Lab.SNAPSHOT)));
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
          Part.made(
              new UUID(7, 1),
              17,
              "pc-1",
              new Member(order, null),
              Care.made(AtEnd.DESTROY, address));
      return new Life(
              17,
              new Party("ada", null, null),
              Phase.BOOKED,
              Status.PENDING,
              new Window(start, start.plusSeconds(1800)),
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

    private void turn() {
      lives.ring();
      reconciler.reconcile(17);
      var active = active();
      if (active.isPresent()) {
        lab.run(active.get());
      } else {
        lab.time.pass(Duration.ofSeconds(20));
      }
    }

    /** Workers follow each other until the reservation is over; answers how many died. */
    int play() {
      var deaths = 0;
      for (var turns = 0; !lives.life().phase().over(); turns++) {
        assertThat(turns).isLessThan(3000);
        try {
          turn();
        } catch (Touches.Crash e) {
          deaths++;
        }
        wasReady |= lives.life().parts().stream().allMatch(p -> p.state() == PartState.READY);
        assertThat(lab.proxmox.guests.size()).isLessThanOrEqualTo(2);
      }
      return deaths;
    }

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

  @Test
  void putsBackOnceAtTheStartAndOnceAtTheEndWhereverTheWorkerDies() {
    var points = 0;
    for (var died = 1; died > 0; points++) {
      var play = new Play(AtStart.rollback(Lab.SNAPSHOT));
      Touches.on(play.lab, Touches.deathAt(points));

      died = play.play();

      var where = "death at point " + points;
      assertThat(play.wasReady).as(where).isTrue();
      assertThat(play.done("rollback")).as(where).isEqualTo(2);
      play.assertOver(where);
    }
    assertThat(points).isGreaterThan(100);
  }

  @Test
  void keepsASnapshotFirstWhereverItIsCancelled() {
    var all = new Play(AtStart.SNAPSHOT);
    var touched = Touches.on(all.lab, () -> {});
    all.play();
    assertThat(all.done("snapshot")).isOne();
    for (var point = 0; point < touched.get(); point++) {
      var play = new Play(AtStart.SNAPSHOT);
      Touches.on(
          play.lab, Touches.at(point, () -> play.lives.become(play.lives.life().cancelled())));

      play.play();

      assertThat(play.lab.proxmox.guests.keySet())
          .as("cancel at point " + point)
          .containsExactly(new VmId(Lab.VMID));
    }
  }

  @Test
  void whatIsAskedAndDoesNotAnswerFailsInItsTimeAndTheOtherIsReady() {
    var play = new Play(AtStart.START);
    play.answers = false;

    play.playUntil(play.start.minusSeconds(60));
    assertThat(play.part(1).waiting()).isNotNull();
    assertThat(play.part(0).state()).isEqualTo(PartState.READY);
    play.playUntil(play.start.plusSeconds(600));

    assertThat(play.part(1).state()).isEqualTo(PartState.FAILED);
    assertThat(play.part(1).failure())
        .isEqualTo(new Operation.Failure("not-ready", "No address after 5 minutes."));
    play.answers = true;
    play.lives.repair(17, Set.of(play.part(1).id()));
    play.playUntil(play.start.plusSeconds(700));
    assertThat(play.part(1).state()).isEqualTo(PartState.READY);
    assertThat(play.done("create-lxc")).isOne();
  }

  @Test
  void doesNothingToAnotherGuestThatHasItsVmidNow() {
    var play = new Play(AtStart.START);
    play.turn();
    assertThat(play.part(0).birth()).isNotNull();
    play.lab.proxmox.guests.remove(new VmId(Lab.VMID));
    play.lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).birth =
        Birth.of(Map.of("meta", "ctime=1800000000", "vmgenid", "two"));

    play.play();

    assertThat(play.part(0).want()).isEqualTo(PartWant.RESTING);
    assertThat(play.lab.proxmox.the(new VmId(Lab.VMID)).running).isFalse();
    assertThat(play.done("start") + play.done("rollback")).isEqualTo(play.done("create-lxc"));
  }

  @Test
  void aMarkThatWasRemovedByHandMakesNoSecondGuest() {
    var play = new Play(AtStart.START);
    play.answers = false;
    play.playUntil(play.start.minusSeconds(60));
    var made =
        play.lab.proxmox.guests.entrySet().stream()
            .filter(entry -> entry.getKey().value() != Lab.VMID)
            .findFirst()
            .orElseThrow();
    made.getValue().description = "";

    play.turn();

    assertThat(play.part(1).state()).isEqualTo(PartState.FAILED);
    assertThat(play.part(1).failure()).extracting(Operation.Failure::type).isEqualTo("unproven");
    play.play();
    assertThat(play.part(1).state()).isEqualTo(PartState.STUCK);
    assertThat(play.lab.proxmox.guests).containsKey(made.getKey()).hasSize(2);
  }

  @Test
  void endsNothingOfWhatTheNextHas() {
    var play = new Play(AtStart.START);
    play.playUntil(play.start.minusSeconds(60));
    assertThat(play.lab.proxmox.the(new VmId(Lab.VMID)).running).isTrue();
    play.lives.holder = 18L;

    play.play();

    assertThat(play.done("rollback")).isZero();
    assertThat(play.part(0).failure()).extracting(Operation.Failure::type).isEqualTo("taken");
  }
}
