package direttore.worker.guestorder;

import direttore.domain.guest.DiskSize;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import org.jspecify.annotations.Nullable;

/** Grows a clone's first disk to a size; nothing where it has that already. */
final class GrowDiskEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final DiskSize size;

  GrowDiskEffect(Hypervisor hypervisor, DiskSize size) {
    this.hypervisor = hypervisor;
    this.size = size;
  }

  @Override
  public String doing(Operation operation) {
    return "grow the disk of %s to %s".formatted(GuestOrder.guest(operation), size);
  }

  @Override
  public @Nullable Upid ask(Operation operation) {
    return hypervisor.growDisk(
        GuestOrder.guest(operation).node(), GuestOrder.guest(operation).vmid(), size);
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return false;
  }
}
