package direttore.testkit;

import direttore.domain.operation.JobQueue;
import java.util.UUID;

/** What is submitted is taken up by the test itself. */
public final class NoQueue implements JobQueue {
  @Override
  public void enqueue(UUID operation) {}

  @Override
  public boolean revive(UUID operation) {
    return false;
  }
}
