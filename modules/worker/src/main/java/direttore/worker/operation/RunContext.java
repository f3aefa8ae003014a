package direttore.worker.operation;

import direttore.domain.operation.Operations;
import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Time;
import java.util.random.RandomGenerator;

/** What an operation is carried out with. */
record RunContext(
    Operations operations,
    Families families,
    Lanes lanes,
    OperationSettings settings,
    Presence presence,
    Time time,
    RandomGenerator random) {}
