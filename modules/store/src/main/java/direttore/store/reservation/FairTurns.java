package direttore.store.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few do something at once, in the order in which they came. More would be no faster together,
 * as each would wait for a connection before each of its statements, and who has many to do would
 * be passed by again and again.
 */
final class FairTurns {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Semaphore free;

  FairTurns(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

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
