package direttore.worker;

import direttore.domain.guestorder.VmidPool;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Operations;
import direttore.domain.operation.OrderTurns;
import direttore.domain.operation.Workers;
import direttore.worker.queue.JobStore;
import java.time.Clock;

/**
 * What a worker is made of; the composition root has made it all, and closes it after the worker.
 *
 * @param turns of the orders decided in this process, which the worker gives way to
 */
public record WorkerParts(
    JobStore jobs,
    JobQueue queue,
    Operations operations,
    VmidPool vmids,
    Workers workers,
    Hypervisor hypervisor,
    OrderTurns turns,
    WorkerSettings settings,
    Clock clock) {}
