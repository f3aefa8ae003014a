package direttore.api.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeCluster;
import direttore.api.FakeOperations;
import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocation.State;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.AllocationReconciler;
import direttore.domain.allocation.Allocations;
import direttore.domain.allocation.Allocations.Due;
import direttore.domain.allocation.Allocations.Why;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
import direttore.domain.guest.VmId;
import direttore.domain.inventory.Address;
import direttore.domain.operation.Dispatch;
import direttore.testkit.InMemoryOperations;
import direttore.testkit.NoQueue;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is given back: nothing that a guest may have. */
class AllocationReconcilerTest {
  private static final UUID MAKER = UUID.fromString("0198c0de-5b1c-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0198c0de-5b1c-7000-8000-000000000002");
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(104));

  private final FakeCluster cluster = new FakeCluster();
  private final InMemoryOperations operations = new InMemoryOperations();

  private static Allocation allocation() {
    return new Allocation(
        UUID.fromString("6f1f3c52-8e6a-4b1e-9c58-3f7d0c7d2a11"),
        4,
        Address.parse("10.0.0.5"),
        24,
        0,
        "",
        "ada",
        null,
        State.HELD,
        FakeOperations.NOW,
        FakeOperations.NOW,
        77L,
        new Allocation.Use(GUEST, 0, List.of(MAKER)),
        null);
  }

  private List<Allocation> reconciled(Why why) {
    var due = List.of(new Due(allocation(), why));
    var allocations =
        (Allocations)
            Proxy.newProxyInstance(
                Allocations.class.getClassLoader(),
                new Class<?>[] {Allocations.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "due" -> due;
                      case "forget" -> 0L;
                      case "releasing" -> true;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    var clock = Clock.fixed(FakeOperations.NOW, ZoneOffset.UTC);
    var dispatch = new Dispatch(operations, new NoQueue());
    return new AllocationReconciler(allocations, cluster, dispatch, clock).reconcile();
  }

  private void there(String description) {
    cluster.add(
        GuestKind.QEMU,
        104,
        "web",
        true,
        false,
        Map.of("memory", 1024, "description", description));
    cluster.publish();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LOOK")
  void isGivenBackWhereThatIsKnown(Why why) {
    assertThat(reconciled(why)).containsExactly(allocation());
    var ordered = operations.activeOn(AllocationOrder.subject(allocation().id())).orElseThrow();
    assertThat(ordered.order()).isEqualTo(AllocationOrder.release(allocation()));
    assertThat(ordered.requestedBy()).isEqualTo("ada");
    // While that is under way, it is not ordered again.
    assertThat(reconciled(Why.NOT_RELEASED)).isEmpty();
  }

  @Test
  void isKeptWhileItsGuestIsThere() {
    there(new Marker(MAKER).in(""));
    assertThat(reconciled(Why.LOOK)).isEmpty();

    there("a note from which somebody removed the mark");
    assertThat(reconciled(Why.LOOK)).isEmpty();
  }

  @Test
  void isGivenBackWhereItsGuestIsGone() {
    assertThat(reconciled(Why.LOOK)).containsExactly(allocation());
  }

  @Test
  void isGivenBackWhereAnotherGuestIsThere() {
    there(new Marker(OTHER).in(""));
    assertThat(reconciled(Why.LOOK)).containsExactly(allocation());
  }

  @Test
  void isKeptWhileAGuestOfAnotherKindHasItsVmid() {
    cluster.add(GuestKind.LXC, 104, "web", true, false, Map.of());
    cluster.publish();
    assertThat(reconciled(Why.LOOK)).isEmpty();
  }
}
