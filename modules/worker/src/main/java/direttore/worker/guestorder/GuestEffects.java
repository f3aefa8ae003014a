package direttore.worker.guestorder;

import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import java.util.Objects;

/** Which effect each step has. */
final class GuestEffects {
  private final GuestContext context;

  GuestEffects(GuestContext context) {
    this.context = context;
  }

  GuestEffect of(Operation operation, GuestStep step) {
    var hypervisor = context.hypervisor();
    var operations = context.operations();
    return switch (step) {
      case CREATE -> new CreateEffect(hypervisor, operations);
      case CLONE -> clone(vm(operation));
      case CONFIGURE -> new ConfigureEffect(hypervisor, operations, vm(operation));
      case GROW_DISK ->
          new GrowDiskEffect(
              hypervisor, Objects.requireNonNull(source(vm(operation)).disk(), "disk"));
      case START, STOP, REBOOT, SHUTDOWN, RESUME -> new PowerEffect(hypervisor, operations, step);
      case LEAVE_HA -> new LeaveHaEffect(hypervisor);
      case SNAPSHOT, ROLLBACK, DELETE_SNAPSHOT -> ofSnapshot(GuestOrder.action(operation));
      case DESTROY -> new DestroyEffect(hypervisor, operations);
    };
  }

  private GuestEffect ofSnapshot(GuestAction action) {
    var hypervisor = context.hypervisor();
    var operations = context.operations();
    return switch (action) {
      case GuestAction.TakeSnapshot o -> new SnapshotEffect(hypervisor, operations, o);
      case GuestAction.RollBack o -> new RollbackEffect(hypervisor, operations, o.name());
      case GuestAction.DeleteSnapshot o ->
          new DeleteSnapshotEffect(hypervisor, operations, o.name());
      default -> throw new IllegalStateException(action.kind() + " is about no snapshot");
    };
  }

  private GuestEffect clone(NewVm vm) {
    return new CloneEffect(
        context.hypervisor(), context.operations(), context.settings(), vm, source(vm));
  }

  private static NewVm vm(Operation operation) {
    if (GuestOrder.action(operation) instanceof GuestAction.CreateVm order) {
      return order.vm();
    }
    throw new IllegalStateException(operation.order().kind() + " makes no VM");
  }

  private static VmSource.Clone source(NewVm vm) {
    if (vm.source() instanceof VmSource.Clone clone) {
      return clone;
    }
    throw new IllegalStateException(vm.name() + " is no clone");
  }
}
