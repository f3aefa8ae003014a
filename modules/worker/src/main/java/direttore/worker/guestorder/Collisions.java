package direttore.worker.guestorder;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.worker.operation.Ledger;
import direttore.worker.operation.RunStop;
import java.util.HashSet;
import java.util.Set;

/** What happens when the VMID of a new guest is taken: another one where Direttore chose it. */
final class Collisions {
  private static final int MOST = 20;
  private final GuestContext context;
  private final Ledger ledger;
  private final Set<VmId> tried = new HashSet<>();
  private int count;

  Collisions(GuestContext context, Ledger ledger) {
    this.context = context;
    this.ledger = ledger;
  }

  /** Gives the operation another VMID, or fails with the message. */
  void renumber(String message) {
    count++;
    tried.add(GuestOrder.guest(ledger.operation()).vmid());
    if (!GuestOrder.of(ledger.operation()).vmidChosen() || count > MOST) {
      throw new RunStop.Failed("vmid-in-use", message);
    }
    try {
      tried.addAll(context.hypervisor().vmids());
      var choice = new VmidChoice.Free(context.settings().vmids(), tried);
      ledger.replaced(context.vmids().renumber(ledger.operation(), choice));
    } catch (Refusal.VmidInUse e) {
      throw new RunStop.Failed("vmid-in-use", message + "; " + e.getMessage());
    }
  }
}
