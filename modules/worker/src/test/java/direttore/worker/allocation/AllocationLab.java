package direttore.worker.allocation;

import direttore.domain.allocation.Allocation.State;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.inventory.CustomFields;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Utilization;
import direttore.domain.operation.Operation;
import direttore.testkit.InMemoryOperations;
import direttore.worker.operation.Engine;
import direttore.worker.operation.FakePresence;
import direttore.worker.operation.OperationSettings;
import direttore.worker.time.SteppingTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An engine that knows orders about addresses only, with NetBox and database in memory. */
final class AllocationLab {
  static final UUID ID = UUID.fromString("6f1f3c52-8e6a-4b1e-9c58-3f7d0c7d2a11");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  final SteppingTime time = new SteppingTime();
  final InMemoryOperations operations = new InMemoryOperations();
  final FakeAddressSpace netbox = new FakeAddressSpace();
  final InMemoryAllocations rows = new InMemoryAllocations(ID, "10.0.0.1");
  private final Engine engine;

  AllocationLab() {
    var family = new AllocationFamily(netbox, rows, inventory());
    engine =
        new Engine(
            operations,
            family,
            new OperationSettings(PATIENCE, PATIENCE),
            new FakePresence(1),
            time);
  }

  /** A copy that shows only the prefix. */
  private static Inventory inventory() {
    var prefix =
        new Prefix(
            4,
            Network.parse("10.0.0.0/30"),
            "active",
            null,
            "",
            null,
            null,
            List.of(),
            new CustomFields("{}", Map.of()),
            null,
            true,
            false,
            Utilization.marked(),
            0,
            0,
            null);
    var room = new PrefixRoom(prefix, List.of(), List.of(), List.of(), List.of());
    return (Inventory)
        Proxy.newProxyInstance(
            Inventory.class.getClassLoader(),
            new Class<?>[] {Inventory.class},
            (proxy, method, arguments) -> Optional.of(room));
  }

  Operation hold() {
    return queue(AllocationOrder.hold(rows.one(), false));
  }

  Operation release() {
    return queue(AllocationOrder.release(rows.one()));
  }

  private Operation queue(AllocationOrder order) {
    return operations.put(Operation.queued(UUID.randomUUID(), order, "ada", time.now()));
  }

  Operation run(Operation operation) {
    return engine.run(operation);
  }

  /** Has something happen at each touch of a row or of NetBox. */
  void touches(Runnable touch) {
    operations.beforeRecord = touch;
    operations.afterRecord = touch;
    netbox.touch = touch;
    rows.touch = touch;
  }

  /** Whether what the row says and what NetBox has agree. */
  boolean agrees() {
    return switch (rows.one().state()) {
      case HELD -> Map.of(ID, rows.one().cidr()).equals(netbox.ours);
      case RELEASED -> netbox.ours.isEmpty();
      // The reconciler orders it to be given back.
      case TAKING, RELEASING -> true;
      case USED -> false;
    };
  }

  State state() {
    return rows.one().state();
  }
}
