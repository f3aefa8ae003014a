package direttore.testkit;

/** The imitation takes submissions as the store does. */
class InMemorySubmissionsTest extends SubmissionFacts<InMemoryOperations> {
  private final InMemoryOperations operations = new InMemoryOperations();

  @Override
  protected InMemoryOperations operations() {
    return operations;
  }
}
