package direttore.domain.provision;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A reading that is begun beside others, so that an order waits for the slowest and not for all.
 */
final class Beside<T> implements Supplier<T> {
  private final FutureTask<T> task;

  private Beside(FutureTask<T> task) {
    this.task = task;
  }

  static <T> Beside<T> begin(Supplier<T> reading) {
    var task = new FutureTask<>(reading::get);
    Thread.ofVirtual().name("order-check").start(task);
    return new Beside<>(task);
  }

  /** What was read, or what its reading threw. */
  @Override
  public T get() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an order was checked", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
