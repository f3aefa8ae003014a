package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Actor;
import direttore.domain.group.GroupReconciler;
import direttore.domain.group.NewGroup;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import direttore.testkit.InMemoryGroups;
import direttore.testkit.NoQueue;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A group of three guests is made and started, in waves of two, by workers that die. */
class GroupCrashTest {
  private static final int MANY = 3;
  private static final int WAVE = 2;
  private static final VmidRange RANGE = new VmidRange(new VmId(105), new VmId(199));

  /** The group with all that works on it. */
  private static final class Play {
    final Lab lab = new Lab();
    final InMemoryGroups groups = new InMemoryGroups(lab.operations, lab.time.now());
    final UUID group =
        groups.add(three(), new Submitter(Actor.stranger("anna"), null, List.of())).id();
    final GroupReconciler reconciler =
        new GroupReconciler(
            groups,
            new Dispatch(lab.operations, new NoQueue()),
            () -> Set.copyOf(lab.proxmox.guests.keySet()));
    final AtomicInteger mostAtOnce = new AtomicInteger();

    private static NewGroup three() {
      var order =
          new GuestOrder(
              ClusterName.MAIN,
              GuestKind.LXC,
              Lab.NODE,
              new VmidChoice.Free(RANGE, Set.of()),
              Lab.container(false),
              Terms.USUAL);
      var member = new NewGroup.Ordered(order, null, GuestSecrets.NONE, null);
      return new NewGroup("three", Collections.nCopies(MANY, member), true, WAVE);
    }

    /** Workers follow each other until the group is over; answers how many died. */
    int play() {
      var deaths = 0;
      for (var turns = 0; !groups.active().isEmpty(); turns++) {
        assertThat(turns).isLessThan(1000);
        try {
          reconciler.reconcile(group);
          active().ifPresent(lab::run);
        } catch (Touches.Crash e) {
          deaths++;
        }
      }
      return deaths;
    }

    private static String key(Operation operation) {
      return Objects.requireNonNull(operation.membership()).key();
    }

    private Optional<Operation> active() {
      var active = lab.operations.rows.values().stream().filter(o -> o.state().active()).toList();
      mostAtOnce.accumulateAndGet(active.size(), Math::max);
      return active.stream().min(Comparator.comparing(Play::key));
    }

    /** Exactly three guests, each made once and started once. */
    void assertAllMade(String where) {
      assertThat(lab.proxmox.guests).as(where).hasSize(MANY);
      assertThat(lab.proxmox.volumes).as(where).hasSize(MANY);
      assertThat(lab.operations.rows).as(where).hasSize(2 * MANY);
      assertThat(lab.proxmox.guests.values())
          .as(where)
          .allSatisfy(guest -> {
            assertThat(guest.starts).isEqualTo(1);
            assertThat(guest.running).isTrue();
          });
      assertThat(lab.operations.rows.values())
          .as(where)
          .allSatisfy(o -> assertThat(o.state()).isEqualTo(Operation.State.SUCCEEDED));
      assertThat(mostAtOnce.get()).as(where).isLessThanOrEqualTo(WAVE);
    }

    /** Nothing half made, and nothing begun after the cancel. */
    void assertCancelled(String where, Set<String> begun) {
      assertThat(lab.proxmox.volumes).as(where).hasSameSizeAs(lab.proxmox.guests.keySet());
      assertThat(lab.operations.rows.values())
          .as(where)
          .allSatisfy(o -> {
            assertThat(o.state().active()).isFalse();
            if (o.steps().stream().anyMatch(step -> step.started() != null)) {
              assertThat(begun).contains(key(o));
            }
          });
    }

    Set<String> begun() {
      return lab.operations.rows.values().stream()
          .filter(o -> o.steps().stream().anyMatch(step -> step.started() != null))
          .map(Play::key)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Test
  void makesAndStartsThreeWhereverTheWorkerDies() {
    var points = 0;
    for (var died = 1; died > 0; points++) {
      var play = new Play();
      Touches.on(play.lab, Touches.deathAt(points));

      died = play.play();

      play.assertAllMade("death at point " + points);
    }
    assertThat(points).isGreaterThan(100);
  }

  @Test
  void makesAndStartsThreeAfterManyDeaths() {
    for (var seed = 0; seed < 150; seed++) {
      var play = new Play();
      Touches.on(play.lab, Touches.deaths(new Random(seed), 15, 8));

      play.play();

      play.assertAllMade("seed " + seed);
    }
  }

  @Test
  void beginsNothingMoreOnceCancelledAtAnyPoint() {
    var all = new Play();
    var touched = Touches.on(all.lab, () -> {});
    all.play();
    for (var point = 0; point < touched.get(); point++) {
      var play = new Play();
      var begun = new HashSet<String>();
      Touches.on(
          play.lab,
          Touches.at(
              point,
              () -> {
                begun.addAll(play.begun());
                play.groups.cancel(play.group);
                begun.addAll(play.begun());
              }));

      play.play();

      play.assertCancelled("cancel at point " + point, begun);
    }
  }
}
