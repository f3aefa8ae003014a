package direttore.worker.guestorder;

import direttore.domain.guestorder.VmidPool;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operations;
import direttore.worker.task.TaskTracker;

/** What orders about guests are carried out with. */
record GuestContext(
    Operations operations,
    VmidPool vmids,
    Hypervisor hypervisor,
    TaskTracker tracker,
    GuestSettings settings) {}
