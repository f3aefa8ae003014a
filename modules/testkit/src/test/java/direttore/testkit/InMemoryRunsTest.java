package direttore.testkit;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;

/** The imitation lets workers carry operations out as the store does. */
class InMemoryRunsTest extends RunFacts {
  private final InMemoryOperations operations = new InMemoryOperations();

  @Override
  protected Operations operations() {
    return operations;
  }

  @Override
  protected Operation queued(int vmid) {
    return operations.add(Submissions.of(Submissions.start(), vmid)).operation();
  }
}
