package direttore.worker.operation;

import direttore.domain.guest.GuestKind;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.task.Upid;
import java.util.Optional;
import java.util.Set;

/**
 * Takes or deletes a snapshot, or puts a guest back to one. A rollback leaves no trace in the guest
 * that another would not, but done twice it is the same as once.
 */
final class SnapshotEffect implements Effect {
  private final Hypervisor hypervisor;
  private final Traces traces;

  SnapshotEffect(Hypervisor hypervisor, Operations operations) {
    this.hypervisor = hypervisor;
    this.traces = new Traces(hypervisor, operations);
  }

  @Override
  public String doing(Operation operation) {
    var guest = operation.guest();
    return switch (operation.order()) {
      case Order.TakeSnapshot o -> "take snapshot %s of %s".formatted(o.name(), guest);
      case Order.RollBack o -> "roll %s back to %s".formatted(guest, o.name());
      case Order.DeleteSnapshot o -> "delete snapshot %s of %s".formatted(o.name(), guest);
      default -> throw other(operation);
    };
  }

  @Override
  public Upid ask(Operation operation) {
    var guest = operation.guest();
    return switch (operation.order()) {
      case Order.TakeSnapshot o ->
          hypervisor.takeSnapshot(guest, o.name(), o.description(), o.ram());
      case Order.RollBack o -> hypervisor.rollBack(guest, o.name());
      case Order.DeleteSnapshot o -> hypervisor.deleteSnapshot(guest, o.name());
      default -> throw other(operation);
    };
  }

  @Override
  public Found look(Operation operation, Looking looking) {
    var types = Set.of(taskType(operation));
    var task = traces.newest(operation.node(), types, operation.vmid().toString(), looking);
    if (task.isPresent()) {
      return new Found.Task(task.get());
    }
    return holds(operation) ? new Found.Done() : new Found.Nothing();
  }

  private static String taskType(Operation operation) {
    var prefix = operation.guestKind() == GuestKind.QEMU ? "qm" : "vz";
    return prefix
        + switch (operation.order()) {
          case Order.TakeSnapshot o -> "snapshot";
          case Order.RollBack o -> "rollback";
          case Order.DeleteSnapshot o -> "delsnapshot";
          default -> throw other(operation);
        };
  }

  @Override
  public boolean holds(Operation operation) {
    return switch (operation.order()) {
      case Order.TakeSnapshot o -> has(operation, o.name().value());
      case Order.DeleteSnapshot o -> !has(operation, o.name().value());
      default -> false;
    };
  }

  private boolean has(Operation operation, String name) {
    return hypervisor.snapshots(operation.guest()).contains(name);
  }

  @Override
  public Optional<String> already(Operation operation) {
    return Optional.of(
        operation.order() instanceof Order.TakeSnapshot o
            ? "snapshot %s was there already".formatted(o.name())
            : "the snapshot was gone already");
  }

  private static IllegalStateException other(Operation operation) {
    return new IllegalStateException(operation.order().kind() + " is about no snapshot");
  }
}
