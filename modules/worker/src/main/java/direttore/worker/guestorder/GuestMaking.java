package direttore.worker.guestorder;

import direttore.domain.guest.Marker;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.worker.operation.Found;
import java.util.Optional;
import java.util.Set;

/** What creating and cloning have in common: a new guest that carries our marker. */
final class GuestMaking {
  private final Hypervisor hypervisor;

  GuestMaking(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  /** Refuses to use a VMID again that a guest still has, or a volume where the new one will be. */
  void requireFree(Operation operation, Set<String> storages) {
    if (!hypervisor.vmidFree(
        GuestOrder.guest(operation).node(), GuestOrder.guest(operation).vmid(), storages)) {
      throw new HypervisorFailure.Exists(
          "VMID %s is taken: a guest has it, or a volume of it is left"
              .formatted(GuestOrder.guest(operation).vmid()));
    }
  }

  /** A VMID that a guest of someone else has. */
  static Found foreign(Operation operation) {
    return new Found.Foreign("VMID %s is taken".formatted(GuestOrder.guest(operation).vmid()));
  }

  Optional<GuestState> state(Operation operation) {
    return hypervisor.state(GuestOrder.guest(operation));
  }

  static boolean ours(Operation operation, GuestState state) {
    return new Marker(operation.id()).marks(state.description());
  }

  static boolean ours(Operation operation, Optional<GuestState> state) {
    return state.filter(s -> ours(operation, s)).isPresent();
  }

  /** Whether the guest is there, ours, and nothing works on it any more. */
  boolean made(Operation operation) {
    return state(operation).filter(s -> ours(operation, s) && s.lock() == null).isPresent();
  }
}
