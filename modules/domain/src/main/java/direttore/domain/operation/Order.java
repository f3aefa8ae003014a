package direttore.domain.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmSource;
import direttore.domain.operation.Step.Name;
import java.util.ArrayList;
import java.util.List;

/** What an operation shall do, without secrets. */
public sealed interface Order {
  /** Every word that {@link #kind} may give. */
  List<String> KINDS =
      List.of(
          "create-vm",
          "clone-vm",
          "create-lxc",
          "start",
          "stop",
          "reboot",
          "shutdown",
          "resume",
          "delete",
          "snapshot",
          "rollback",
          "delete-snapshot");

  /** Make a guest. */
  sealed interface Creation extends Order {
    /** What kind of guest is made. */
    GuestKind guestKind();

    /** The tags that the guest gets. */
    List<String> tags();

    /** How much of the lab the guest takes. */
    GuestSize size();
  }

  /** Make a VM. */
  record CreateVm(NewVm vm) implements Creation {
    @Override
    public List<String> tags() {
      return vm.tags();
    }

    @Override
    public GuestKind guestKind() {
      return GuestKind.QEMU;
    }

    @Override
    public GuestSize size() {
      return switch (vm.source()) {
        case VmSource.Blank s -> new GuestSize(vm.cores(), vm.memory(), s.disk().bytes());
        case VmSource.Clone s -> new GuestSize(vm.cores() * s.sockets(), vm.memory(), s.disks());
      };
    }
  }

  /** Make a container. */
  record CreateContainer(NewContainer container) implements Creation {
    @Override
    public List<String> tags() {
      return container.tags();
    }

    @Override
    public GuestKind guestKind() {
      return GuestKind.LXC;
    }

    @Override
    public GuestSize size() {
      // A node's swap is memory that all its guests share.
      var memory = (long) container.memory() + container.swap();
      return new GuestSize(container.cores(), memory, container.disk().bytes());
    }
  }

  /**
   * Start, stop, reboot or shut down a guest.
   *
   * @param timeout seconds that a shutdown or reboot may take, 0 for Proxmox's own
   * @param forceStop whether a shutdown that is not obeyed ends in a stop
   */
  record Power(PowerAction action, int timeout, boolean forceStop) implements Order {}

  /**
   * Delete a guest and its disks.
   *
   * @param force stop it first if it runs
   */
  record Delete(boolean force) implements Order {}

  /**
   * Keep the present state of a guest.
   *
   * @param ram whether to keep the memory of a running VM too
   */
  record TakeSnapshot(SnapshotName name, String description, boolean ram) implements Order {}

  /**
   * Put a guest back to a kept state.
   *
   * @param start whether to start it afterwards
   */
  record RollBack(SnapshotName name, boolean start) implements Order {}

  /** Forget a kept state; the guest stays as it is. */
  record DeleteSnapshot(SnapshotName name) implements Order {}

  /** The word for this kind of order, in lists and filters. */
  default String kind() {
    return switch (this) {
      case CreateVm o -> o.vm().source() instanceof VmSource.Clone ? "clone-vm" : "create-vm";
      case CreateContainer o -> "create-lxc";
      case Power o -> o.action().wire();
      case Delete o -> "delete";
      case TakeSnapshot o -> "snapshot";
      case RollBack o -> "rollback";
      case DeleteSnapshot o -> "delete-snapshot";
    };
  }

  /** Whether the guest is to be made, so that its VMID must be free. */
  default boolean creates() {
    return this instanceof Creation;
  }

  /** Why it cannot be carried out while another operation has the guest. */
  default Refusal refusedBy(Operation holder) {
    if (creates()) {
      return new Refusal.VmidInUse(
          "vmid %s is taken by operation %s (%s)"
              .formatted(holder.vmid(), holder.id(), holder.order().kind()));
    }
    return new Refusal.Busy(
        "%s is being changed by operation %s (%s); wait for it or cancel it"
            .formatted(holder.guest(), holder.id(), holder.order().kind()),
        holder.id());
  }

  /** Whether it has to wait while that holds its guest. */
  default boolean hinderedBy(String lock) {
    return steps().stream().anyMatch(step -> step.hinderedBy(lock));
  }

  /** The steps that carry the order out, in turn. */
  default List<Name> steps() {
    return switch (this) {
      case CreateVm o -> ofVm(o);
      case CreateContainer o ->
          o.container().start() ? List.of(Name.CREATE, Name.START) : List.of(Name.CREATE);
      case Power o -> List.of(Name.of(o.action()));
      case Delete o ->
          o.force()
              ? List.of(Name.LEAVE_HA, Name.STOP, Name.DESTROY)
              : List.of(Name.LEAVE_HA, Name.DESTROY);
      case TakeSnapshot o -> List.of(Name.SNAPSHOT);
      case RollBack o -> o.start() ? List.of(Name.ROLLBACK, Name.START) : List.of(Name.ROLLBACK);
      case DeleteSnapshot o -> List.of(Name.DELETE_SNAPSHOT);
    };
  }

  private static List<Name> ofVm(CreateVm order) {
    var steps = new ArrayList<Name>();
    if (order.vm().source() instanceof VmSource.Clone clone) {
      steps.add(Name.CLONE);
      steps.add(Name.CONFIGURE);
      if (clone.disk() != null) {
        steps.add(Name.GROW_DISK);
      }
    } else {
      steps.add(Name.CREATE);
    }
    if (order.vm().start()) {
      steps.add(Name.START);
    }
    return List.copyOf(steps);
  }
}
