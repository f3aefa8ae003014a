package direttore.api;

import direttore.testkit.SubmissionFacts;

/** The imitation takes submissions as the store does. */
class FakeOperationsTest extends SubmissionFacts<FakeOperations> {
  private final FakeOperations operations = new FakeOperations(new FakeEvents());

  @Override
  protected FakeOperations operations() {
    return operations;
  }
}
