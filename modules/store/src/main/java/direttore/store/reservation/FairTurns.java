package direttore.store.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets few do something at once, in the order in which they came. More would be no faster together,
 * as each would wait for a connection before each of its statements, and who has many to do would
 * be passed by again and again. They do it in threads of the system: between two statements,
 * virtual ones would wait with their locks until the processors are through with all that other
 * requests have to do.
 */
final class FairTurns {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private final ThreadPoolExecutor threads;

  /**
   * Threads that end when they have nothing to do for a while.
   *
   * @param name what they are called
   */
  FairTurns(String name, int atOnce) {
    var factory = Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            factory);
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does the work when its turn comes. Refuses with {@code Overloaded} where that takes long. */
  <T> T of(Supplier<T> work) {
    var turn = new Turn<>(work);
    threads.execute(turn);
    try {
      return turn.result(PATIENCE);
    } catch (TimeoutException e) {
      threads.remove(turn);
      throw new Refusal.Overloaded("Many book at this moment: try again later.", e);
    } catch (InterruptedException e) {
      threads.remove(turn);
      Thread.currentThread().interrupt();
      throw new Refusal.Overloaded("The program is being stopped: try again later.", e);
    }
  }

  /** Whether others wait for their turn. */
  boolean many() {
    return !threads.getQueue().isEmpty();
  }

  /** What is done unless whoever wants it has left before. */
  private static final class Turn<T> implements Runnable {
    private final AtomicBoolean decided = new AtomicBoolean();
    private final FutureTask<T> work;

    Turn(Supplier<T> work) {
      this.work = new FutureTask<>(work::get);
    }

    @Override
    public void run() {
      if (decided.compareAndSet(false, true)) {
        work.run();
      }
    }

    /** Once it has begun, however long it takes. */
    T result(Duration patience) throws TimeoutException, InterruptedException {
      try {
        return value(patience);
      } catch (TimeoutException | InterruptedException e) {
        if (decided.compareAndSet(false, true)) {
          throw e;
        }
        return whole(e instanceof InterruptedException);
      }
    }

    private T whole(boolean interrupted) {
      var again = interrupted;
      try {
        while (true) {
          try {
            return value(Duration.ofDays(1));
          } catch (InterruptedException e) {
            again = true;
          } catch (TimeoutException e) {
            // It goes on.
          }
        }
      } finally {
        if (again) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private T value(Duration patience) throws TimeoutException, InterruptedException {
      try {
        return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException failure -> throw failure;
          case Error failure -> throw failure;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }
}
