package direttore.worker.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Submitter;
import direttore.domain.provision.GuestOrders;
import direttore.simulator.fault.Fault;
import direttore.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proxmox takes half a minute to list its guests, and the rest of it is well. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SlowListTest {
  private static final Duration SLOW = Duration.ofSeconds(30);
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.LXC, SimulatedLab.NODE, new VmId(300));
  private static final Actor ADA =
      new Actor(
          new UUID(0, 1),
          "ada",
          "Ada",
          List.of(Grant.everywhere(Role.USER)),
          Set.of(),
          Actor.Via.SESSION);
  private final SimulatedLab lab = new SimulatedLab();
  private final SettableClock clock = new SettableClock(Clock.systemUTC());

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void anOrderThatNamesItsGuestNeitherWaitsForTheListNorFails() {
    try (var cluster = lab.cluster(clock)) {
      var orders = lab.orders(cluster);
      lab.give(300, ADA);
      cluster.nodes();
      lab.simulator.faults().add(Fault.always("GET", "/cluster/resources", new Fault.Delay(SLOW)));
      clock.advance(Duration.ofSeconds(5));
      var begun = System.nanoTime();

      var first = order(orders, PowerAction.STOP);
      var second = order(orders, PowerAction.START);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SLOW.dividedBy(2));
      assertThat(first.state()).as("%s", first).isEqualTo(State.SUCCEEDED);
      assertThat(second.state()).as("%s", second).isEqualTo(State.SUCCEEDED);
    }
  }

  private Operation order(GuestOrders orders, PowerAction action) {
    var order = new GuestAction.Power(action, 0, false);
    var operation = orders.order(GUEST, order, true, new Submitter(ADA, null, List.of()));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !lab.operations.find(operation.id()).state().active());
    return lab.operations.find(operation.id());
  }
}
