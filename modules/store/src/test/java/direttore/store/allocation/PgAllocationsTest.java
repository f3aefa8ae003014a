package direttore.store.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocation.State;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.Allocations.Due;
import direttore.domain.allocation.Allocations.Wanted;
import direttore.domain.allocation.Allocations.Why;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgAllocationsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final List<Address> CANDIDATES =
      List.of(Address.parse("10.0.0.5"), Address.parse("10.0.0.6"), Address.parse("10.0.0.7"));

  private final Database database = TestDatabase.migrated();
  private final SettableClock clock = new SettableClock(NOON);
  private final PgAllocations allocations = new PgAllocations(database, clock);
  private final PgOperations operations =
      new PgOperations(database, new Safe(new byte[32]), clock, UUID::randomUUID);

  @BeforeEach
  void havePrefixes() {
    sql(
        """
        INSERT INTO inventory_object (kind, id, reading, body) VALUES
          ('prefix', 4, 1, '{"prefix": "10.0.0.0/24"}'),
          ('prefix', 5, 1, '{"prefix": "10.0.0.0/25", "vrf": {"id": 9}}')
        """);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void sql(String statement) {
    database.client().execute().insert(statement);
  }

  private Optional<Allocation> take(long prefix) {
    var wanted =
        new Wanted(
            UUID.randomUUID(),
            prefix,
            "web",
            "ada",
            Optional.empty(),
            clock.instant(),
            clock.instant().plus(Duration.ofHours(1)),
            null);
    return allocations.take(wanted, CANDIDATES);
  }

  private Allocation held() {
    var taken = take(4).orElseThrow();
    allocations.held(taken.id(), 77);
    return allocations.find(taken.id()).orElseThrow();
  }

  private State state(Allocation allocation) {
    return allocations.find(allocation.id()).orElseThrow().state();
  }

  private List<Why> due() {
    return allocations.due(clock.instant()).stream().map(Due::why).toList();
  }

  private static Submission making(
      String name, VmidChoice choice, @Nullable String ip, UUID... held) {
    var container =
        new NewContainer(
            new GuestName("ct"),
            1,
            512,
            512,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(
                new ContainerNic("eth0", "vmbr0", null, Addressing.NONE),
                new ContainerNic(
                    "eth1",
                    "vmbr0",
                    null,
                    new Addressing(ip, null, null, null),
                    List.of(held),
                    null)),
            List.of(),
            true,
            false,
            "",
            List.of(),
            false);
    return submission(name, choice, new GuestAction.CreateContainer(container));
  }

  private static Submission submission(String name, VmidChoice choice, GuestAction action) {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN, GuestKind.LXC, new NodeName("pve1"), choice, action, Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(Actor.stranger(name), null, List.of()));
  }

  private static VmidChoice given(int vmid) {
    return new VmidChoice.Given(new VmId(vmid));
  }

  private Operation making(Allocation allocation) {
    return operations.add(making("ada", given(104), "10.0.0.5/24", allocation.id())).operation();
  }

  private Operation claimed(Operation operation) {
    return operations.claim(operation.id(), 1).orElseThrow();
  }

  @Test
  void takesTheFirstThatNothingOfItsVrfHas() {
    var first = take(4).orElseThrow();

    assertThat(first.cidr()).isEqualTo("10.0.0.5/24");
    assertThat(first.vrf()).isZero();
    assertThat(first.state()).isEqualTo(State.TAKING);
    assertThat(take(4).orElseThrow().cidr()).isEqualTo("10.0.0.6/24");
    assertThat(take(5).orElseThrow().cidr()).isEqualTo("10.0.0.5/25");
    assertThat(take(4).orElseThrow().cidr()).isEqualTo("10.0.0.7/24");
    assertThat(take(4)).isEmpty();
    allocations.released(first.id());
    assertThat(take(4).orElseThrow().cidr()).isEqualTo("10.0.0.5/24");
  }

  @Test
  void whatNetBoxHasIsNotTriedAgain() {
    var taken = take(4).orElseThrow();

    assertThat(allocations.takeAnother(taken.id(), CANDIDATES).orElseThrow().cidr())
        .isEqualTo("10.0.0.6/24");
    assertThat(allocations.takeAnother(taken.id(), CANDIDATES).orElseThrow().cidr())
        .isEqualTo("10.0.0.7/24");
    assertThat(allocations.takeAnother(taken.id(), CANDIDATES)).isEmpty();
  }

  @Test
  void whatAGuestsOrderNamesIsForThatGuest() {
    var held = held();

    var operation = making(held);

    var bound = allocations.find(held.id()).orElseThrow();
    assertThat(bound.use())
        .isEqualTo(
            new Allocation.Use(
                new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(104)),
                1,
                List.of(operation.id())));
    assertThat(allocations.ofGuest(operation.order().subject())).containsExactly(bound);
    assertThat(allocations.prolong(held.id(), NOON.plusSeconds(9))).isFalse();
    allocations.used(held.id());
    assertThat(state(held)).isEqualTo(State.USED);
  }

  @Test
  void nobodyElseHasItAndNoOtherGuest() {
    var held = held();

    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> operations.add(making("bob", given(105), null, held.id())))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("nics[1].allocations"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> operations.add(making("ada", given(105), "10.0.0.9/24", held.id())))
        .withMessage("nics[1].ip must be 10.0.0.5, which is held for it");
    making(held);
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> operations.add(making("ada", given(105), null, held.id())));
    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(105)))).isEmpty();
  }

  @Test
  void goesWithItsGuestToAnotherVmid() {
    var held = held();
    var range = new VmidRange(new VmId(200), new VmId(209));
    var choice = new VmidChoice.Free(range, Set.of());
    var operation = claimed(operations.add(making("ada", choice, null, held.id())).operation());

    operations.renumber(operation, new VmidChoice.Free(range, Set.of(new VmId(200))));

    assertThat(allocations.ofGuest(GuestOrder.subject(ClusterName.MAIN, new VmId(201))))
        .extracting(Allocation::id)
        .containsExactly(held.id());
  }

  @Test
  void isGivenBackWithItsGuest() {
    var held = held();
    operations.record(claimed(making(held)).succeeded(NOON));
    assertThat(state(held)).isEqualTo(State.HELD);

    var deletion =
        operations.add(submission("ada", given(104), new GuestAction.Delete(false))).operation();
    operations.record(claimed(deletion).succeeded(NOON));

    assertThat(state(held)).isEqualTo(State.RELEASING);
    assertThat(due()).containsExactly(Why.NOT_RELEASED);
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofMinutes(3));
    assertThat(due()).containsExactly(Why.NOT_RELEASED);
  }

  @Test
  void isGivenBackWhereNothingOfItsGuestWasBegun() {
    var held = held();

    operations.cancel(making(held).id());

    assertThat(state(held)).isEqualTo(State.RELEASING);
  }

  @Test
  void aGuestThatMayHaveBeenMadeIsLookedAt() {
    var held = held();
    var operation = claimed(making(held));
    assertThat(due()).isEmpty();
    var begun = operation.begun(operation.steps().getFirst().key(), NOON);
    operations.begin(begun);

    operations.record(begun.failed(new Operation.Failure("task-failed", "no"), NOON));

    assertThat(state(held)).isEqualTo(State.HELD);
    assertThat(due()).containsExactly(Why.LOOK);
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofSeconds(20));
    assertThat(due()).containsExactly(Why.LOOK);
  }

  @Test
  void isDueOnceItsTimeIsOverOrItsOrderNeverCame() {
    var taking = take(4).orElseThrow();
    var held = held();
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    assertThat(due()).containsExactly(Why.NOT_TAKEN);
    var order =
        new Submission(
            AllocationOrder.hold(taking, false),
            GuestSecrets.NONE,
            new Submitter(Actor.stranger("ada"), null, List.of()));
    assertThat(operations.add(order).operation().order()).isEqualTo(order.order());
    assertThat(due()).isEmpty();

    allocations.prolong(held.id(), NOON.plus(Duration.ofMinutes(30)));
    clock.advance(Duration.ofMinutes(29));

    assertThat(due()).containsExactly(Why.OVER);
    assertThat(allocations.releasing(held.id())).isTrue();
    assertThat(allocations.releasing(held.id())).isFalse();
    allocations.released(held.id());
    assertThat(allocations.live()).extracting(Allocation::id).containsExactly(taking.id());
    assertThat(allocations.forget(NOON.plus(Duration.ofHours(1)))).isEqualTo(1);
  }

  @Test
  void anOrderKeepsWhichAddressItIsAbout() {
    var taking = take(4).orElseThrow();
    var order = AllocationOrder.hold(taking, true);
    var operation =
        claimed(
            operations
                .add(
                    new Submission(
                        order,
                        GuestSecrets.NONE,
                        new Submitter(Actor.stranger("ada"), null, List.of())))
                .operation());

    operations.record(operation.reordered(order.of("10.0.0.6/24")));

    assertThat(operations.find(operation.id()).order()).isEqualTo(order.of("10.0.0.6/24"));
    assertThat(operations.find(operation.id()).steps()).isEqualTo(operation.steps());
  }
}
