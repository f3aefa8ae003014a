package direttore.worker.operation;

import direttore.domain.guestorder.VmidPool;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Time;
import direttore.worker.task.TaskTracker;
import java.util.random.RandomGenerator;

/** What an operation is carried out with. */
record RunContext(
    Operations operations,
    VmidPool vmids,
    Hypervisor hypervisor,
    TaskTracker tracker,
    Lanes lanes,
    OperationSettings settings,
    Presence presence,
    Time time,
    RandomGenerator random) {}
