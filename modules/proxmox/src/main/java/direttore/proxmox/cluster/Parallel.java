package direttore.proxmox.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Several readings at once, none of which may hold up the others for long. */
final class Parallel {
  /** The request itself has its time-out. */
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private Parallel() {}

  /** Work begun beside the caller's own; the supplier waits for its result. */
  static <T> Supplier<T> beside(Supplier<T> work) {
    var running = start(work, Supplier::get);
    return () -> result(running, System.nanoTime() + FOR_EVER.toNanos(), late -> late.get());
  }

  private record Running<A, B>(A item, FutureTask<B> task) {}

  /**
   * The results in the order of the items.
   *
   * @param limit the time for all of them
   * @param late what stands for a result that is not there in time
   */
  static <A, B> List<B> map(
      Collection<A> items, Duration limit, Function<A, B> work, Function<A, B> late) {
    var until = System.nanoTime() + limit.toNanos();
    var all = items.stream().map(item -> start(item, work)).toList();
    var results = new ArrayList<B>();
    for (var each : all) {
      results.add(result(each, until, late));
    }
    return results;
  }

  private static <A, B> Running<A, B> start(A item, Function<A, B> work) {
    var task = new FutureTask<>(() -> work.apply(item));
    Thread.ofVirtual().name("proxmox-part").start(task);
    return new Running<>(item, task);
  }

  private static <A, B> B result(Running<A, B> running, long until, Function<A, B> late) {
    try {
      return running.task().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      running.task().cancel(true);
      return late.apply(running.item());
    } catch (InterruptedException e) {
      running.task().cancel(true);
      Thread.currentThread().interrupt();
      return late.apply(running.item());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
