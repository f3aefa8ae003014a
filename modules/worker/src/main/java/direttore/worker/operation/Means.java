package direttore.worker.operation;

import direttore.domain.guest.VmId;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operations;
import direttore.worker.task.TaskTracker;
import direttore.worker.time.Time;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What an operation is carried out with.
 *
 * @param taken the VMIDs that the cluster is known to use
 */
record Means(
    Operations operations,
    Hypervisor hypervisor,
    Supplier<Set<VmId>> taken,
    TaskTracker tracker,
    Lanes lanes,
    OperationSettings settings,
    Time time,
    RandomGenerator random) {}
