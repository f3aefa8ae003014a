package direttore.domain.guestorder;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order does to a guest, without secrets. */
public sealed interface GuestAction {
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
  sealed interface Creation extends GuestAction {
    /** What kind of guest is made. */
    GuestKind guestKind();

    /** The tags that the guest gets. */
    List<String> tags();

    /** How much of the lab the guest takes. */
    GuestSize size();

    /** The addresses that are held for it, of each of its NICs in turn. */
    List<HeldFor> held();

    /** The same, with an address that is held for one of its NICs. */
    Creation holding(int nic, UUID allocation, String cidr, @Nullable String gateway);
  }

  /**
   * Addresses that are held for a NIC.
   *
   * @param allocations their ids
   * @param prefix of which one is to be held for it yet, or null
   */
  record HeldFor(Addressing addressing, List<UUID> allocations, @Nullable Long prefix) {
    public HeldFor {
      allocations = List.copyOf(allocations);
    }
  }

  /** Make a VM. */
  record CreateVm(NewVm vm) implements Creation {
    @Override
    public CreateVm holding(int nic, UUID allocation, String cidr, @Nullable String gateway) {
      var nics = new ArrayList<>(vm.nics());
      nics.set(nic, nics.get(nic).holding(allocation, cidr, gateway));
      return new CreateVm(vm.with(nics));
    }

    @Override
    public List<HeldFor> held() {
      return vm.nics().stream()
          .map(nic -> new HeldFor(nic.addressing(), nic.allocations(), nic.prefix()))
          .toList();
    }

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
    public CreateContainer holding(
        int nic, UUID allocation, String cidr, @Nullable String gateway) {
      var nics = new ArrayList<>(container.nics());
      nics.set(nic, nics.get(nic).holding(allocation, cidr, gateway));
      return new CreateContainer(container.with(nics));
    }

    @Override
    public List<HeldFor> held() {
      return container.nics().stream()
          .map(nic -> new HeldFor(nic.addressing(), nic.allocations(), nic.prefix()))
          .toList();
    }

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
  record Power(PowerAction action, int timeout, boolean forceStop) implements GuestAction {}

  /**
   * Delete a guest and its disks.
   *
   * @param force stop it first if it runs
   */
  record Delete(boolean force) implements GuestAction {}

  /**
   * Keep the present state of a guest.
   *
   * @param ram whether to keep the memory of a running VM too
   */
  record TakeSnapshot(SnapshotName name, String description, boolean ram) implements GuestAction {}

  /**
   * Put a guest back to a kept state.
   *
   * @param start whether to start it afterwards
   */
  record RollBack(SnapshotName name, boolean start) implements GuestAction {}

  /** Forget a kept state; the guest stays as it is. */
  record DeleteSnapshot(SnapshotName name) implements GuestAction {}

  /** The word for this kind of action, in lists and filters. */
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

  /** Whether it has to wait while that holds its guest. */
  default boolean hinderedBy(String lock) {
    return steps().stream().anyMatch(step -> step.hinderedBy(lock));
  }

  /** The steps that carry it out, in turn. */
  default List<GuestStep> steps() {
    return switch (this) {
      case CreateVm o -> ofVm(o);
      case CreateContainer o ->
          o.container().start()
              ? List.of(GuestStep.CREATE, GuestStep.START)
              : List.of(GuestStep.CREATE);
      case Power o -> List.of(GuestStep.of(o.action()));
      case Delete o ->
          o.force()
              ? List.of(GuestStep.LEAVE_HA, GuestStep.STOP, GuestStep.DESTROY)
              : List.of(GuestStep.LEAVE_HA, GuestStep.DESTROY);
      case TakeSnapshot o -> List.of(GuestStep.SNAPSHOT);
      case RollBack o ->
          o.start() ? List.of(GuestStep.ROLLBACK, GuestStep.START) : List.of(GuestStep.ROLLBACK);
      case DeleteSnapshot o -> List.of(GuestStep.DELETE_SNAPSHOT);
    };
  }

  private static List<GuestStep> ofVm(CreateVm action) {
    var steps = new ArrayList<GuestStep>();
    if (action.vm().source() instanceof VmSource.Clone clone) {
      steps.add(GuestStep.CLONE);
      steps.add(GuestStep.CONFIGURE);
      if (clone.disk() != null) {
        steps.add(GuestStep.GROW_DISK);
      }
    } else {
      steps.add(GuestStep.CREATE);
    }
    if (action.vm().start()) {
      steps.add(GuestStep.START);
    }
    return List.copyOf(steps);
  }
}
