package direttore.store.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few book at once, in the order in which they came. More would be no faster together, as each
 * would wait for a connection before each of its statements, and who has many to do, as for what is
 * free instead, would be passed by again and again.
 */
final class Turns {
  /** Two of the connections stay for whoever changes, reads or waits. */
  private static final int AT_ONCE = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /** Does the work when its turn comes. Refuses with {@code Overloaded} where that takes long. */
  <T> T of(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private void await() {
    try {
      if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal.Overloaded("Many book at this moment: try again later.", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal.Overloaded("The program is being stopped: try again later.", e);
    }
  }

  /** Whether others wait for their turn. */
  boolean many() {
    return free.hasQueuedThreads();
  }
}
