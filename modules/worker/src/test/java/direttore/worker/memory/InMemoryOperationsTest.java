package direttore.worker.memory;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.testkit.RunFacts;
import direttore.testkit.Submissions;
import java.time.Instant;
import java.util.UUID;

/** The imitation lets workers carry operations out as the store does. */
class InMemoryOperationsTest extends RunFacts {
  private final InMemoryOperations operations = new InMemoryOperations();

  @Override
  protected Operations operations() {
    return operations;
  }

  @Override
  protected Operation queued(int vmid) {
    var order = Submissions.of(Submissions.start(), vmid).order();
    return operations.put(
        Operation.queued(UUID.randomUUID(), order, "ada", Instant.parse("2026-11-23T12:00:00Z")));
  }
}
