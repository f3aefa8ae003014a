package direttore.api.operation;

import direttore.domain.event.Event;
import direttore.domain.event.Events;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for operations, woken by the events about them. */
public final class OperationNews implements AutoCloseable {
  private final Operations operations;
  private final Events.Subscription subscription;
  private final ConcurrentMap<String, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

  public OperationNews(Operations operations, Events events) {
    this.operations = operations;
    this.subscription = events.subscribe(this::heard);
  }

  /** The operation once it has a task of Proxmox or has ended, or as it is after the given time. */
  public Operation settled(Operation operation, Duration atMost) {
    if (settled(operation) || atMost.isZero()) {
      return operation;
    }
    var bell = new Semaphore(0);
    join(operation.id(), bell);
    try {
      return listen(operation.id(), bell, System.nanoTime() + atMost.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return operation;
    } finally {
      leave(operation.id(), bell);
    }
  }

  private Operation listen(UUID id, Semaphore bell, long deadline) throws InterruptedException {
    while (true) {
      // Joined before it is read, so that no change falls between.
      var now = operations.find(id);
      var left = deadline - System.nanoTime();
      if (settled(now) || left <= 0) {
        return now;
      }
      if (bell.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    }
  }

  private static boolean settled(Operation operation) {
    return !operation.state().active() || operation.upid().isPresent();
  }

  private void heard(Event event) {
    if (event.type().equals(Event.OPERATION)) {
      waiting.computeIfPresent(
          event.subject(),
          (id, bells) -> {
            bells.forEach(Semaphore::release);
            return bells;
          });
    }
  }

  private void join(UUID id, Semaphore bell) {
    waiting.compute(
        id.toString(),
        (key, bells) -> {
          var all = bells == null ? new HashSet<Semaphore>() : bells;
          all.add(bell);
          return all;
        });
  }

  private void leave(UUID id, Semaphore bell) {
    waiting.computeIfPresent(
        id.toString(),
        (key, bells) -> {
          bells.remove(bell);
          return bells.isEmpty() ? null : bells;
        });
  }

  @Override
  public void close() {
    subscription.close();
  }
}
