package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
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
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.LifeReconciler;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartAddresses;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.domain.reservation.life.Sight;
import direttore.testkit.NoQueue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reservation brings two guests into being and takes them down, by workers that die. */
class ReservationCrashTest {
  private static final int MANY = 2;
  private static final VmidRange RANGE = new VmidRange(new VmId(105), new VmId(199));

  /** The reservation with all that works on it. */
  private static final class Play {
    final Lab lab = new Lab();
    final InMemoryLives lives = new InMemoryLives(lab, life());
    final LifeReconciler reconciler =
        new LifeReconciler(
            lives,
            new Dispatch(lab.operations, new NoQueue()),
            this::look,
            (part, attempt, order, by) -> new PartAddresses.Addressed.Ready(order),
            () -> Set.copyOf(lab.proxmox.guests.keySet()),
            lab.time);
    boolean wasReady;

    private Life life() {
      var start = lab.time.now().plusSeconds(300);
      return new Life(
              17,
              new Party("ada", null, null),
              Phase.BOOKED,
              Status.PENDING,
              new Window(start, start.plusSeconds(1800)),
              new Margins(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ZERO),
              null,
              IntStream.range(0, MANY).mapToObj(Play::part).toList(),
              List.of())
          .booked();
    }

    private static Part part(int number) {
      var order =
          new GuestOrder(
              ClusterName.MAIN,
              GuestKind.LXC,
              Lab.NODE,
              new VmidChoice.Free(RANGE, Set.of()),
              Lab.container(false),
              Terms.USUAL);
      return Part.made(
          new UUID(7, number),
          17,
          "pc-" + number,
          new Member(order, null),
          Care.made(AtEnd.DESTROY, Readiness.RUNNING));
    }

    private Sight look(Part part, List<UUID> makers, GuestRef guest) {
      try {
        return lab.proxmox
            .state(guest)
            .filter(
                state -> makers.stream().anyMatch(id -> new Marker(id).marks(state.description())))
            .<Sight>map(state ->
                new Sight.There(
                    guest, state.running(), lab.proxmox.identity(guest).orElseThrow().birth()))
            .orElse(new Sight.Absent());
      } catch (HypervisorFailure e) {
        return new Sight.Unknown();
      }
    }

    /** Workers follow each other until the reservation is over; answers how many died. */
    int play() {
      var deaths = 0;
      for (var turns = 0; !lives.life().phase().over(); turns++) {
        assertThat(turns).isLessThan(3000);
        try {
          lives.ring();
          reconciler.reconcile(17);
          var active = active();
          if (active.isPresent()) {
            lab.run(active.get());
          } else {
            lab.time.pass(Duration.ofSeconds(20));
          }
        } catch (Touches.Crash e) {
          deaths++;
        }
        assertNeverTooMany();
      }
      return deaths;
    }

    private void assertNeverTooMany() {
      assertThat(lab.proxmox.guests.size()).isLessThanOrEqualTo(MANY);
      if (lives.life().phase() == Phase.RUNNING
          && lives.life().parts().stream().allMatch(p -> p.state() == PartState.READY)) {
        wasReady = true;
        assertThat(lab.proxmox.guests.values())
            .hasSize(MANY)
            .allSatisfy(guest -> {
              assertThat(guest.running).isTrue();
              assertThat(guest.starts).isEqualTo(1);
            });
      }
    }

    private Optional<Operation> active() {
      return lab.operations.rows.values().stream()
          .filter(o -> o.state().active())
          .min(Comparator.comparing(o -> String.valueOf(o.membership())));
    }

    /** Nothing is left of what was begun. */
    void assertNothingLeft(String where) {
      assertThat(lab.proxmox.guests).as(where).isEmpty();
      assertThat(lab.proxmox.volumes).as(where).isEmpty();
      assertThat(lives.life().parts())
          .as(where)
          .allMatch(p -> p.state() == PartState.GONE || p.want() == PartWant.NOTHING);
    }

    void assertMadeOnce(String where) {
      assertThat(wasReady).as(where).isTrue();
      assertThat(lives.life().status()).as(where).isEqualTo(Status.COMPLETED);
      assertThat(lab.operations.rows.values())
          .as(where)
          .allSatisfy(o -> assertThat(o.state()).isEqualTo(Operation.State.SUCCEEDED));
      assertThat(lives.life().parts()).as(where).allMatch(p -> p.state() == PartState.GONE);
      assertNothingLeft(where);
    }
  }

  @Test
  void makesAndDeletesBothWhereverTheWorkerDies() {
    var points = 0;
    for (var died = 1; died > 0; points++) {
      var play = new Play();
      Touches.on(play.lab, Touches.deathAt(points));

      died = play.play();

      play.assertMadeOnce("death at point " + points);
    }
    assertThat(points).isGreaterThan(100);
  }

  @Test
  void makesAndDeletesBothAfterManyDeaths() {
    for (var seed = 0; seed < 100; seed++) {
      var play = new Play();
      Touches.on(play.lab, Touches.deaths(new Random(seed), 15, 8));

      play.play();

      play.assertMadeOnce("seed " + seed);
    }
  }

  @Test
  void leavesNothingWhereverItIsCancelled() {
    var all = new Play();
    var touched = Touches.on(all.lab, () -> {});
    all.play();
    for (var point = 0; point < touched.get(); point++) {
      var play = new Play();
      Touches.on(play.lab, Touches.at(point, () -> play.lives.become(Life::cancelled)));

      play.play();

      play.assertNothingLeft("cancel at point " + point);
    }
  }
}
