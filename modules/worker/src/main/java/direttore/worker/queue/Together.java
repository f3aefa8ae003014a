package direttore.worker.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the things that several callers want stored at the same moment stored together. Each caller
 * returns when its own is stored, or gets the error that kept it from being so.
 */
final class Together<T> {
  private final Consumer<List<T>> store;
  private final ConcurrentLinkedQueue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock storing = new ReentrantLock();

  Together(Consumer<List<T>> store) {
    this.store = store;
  }

  void add(T thing) {
    var own = new Entry<>(thing);
    waiting.add(own);
    storing.lock();
    try {
      if (!own.over) {
        storeWaiting();
      }
    } finally {
      storing.unlock();
    }
    if (own.error != null) {
      throw own.error;
    }
  }

  private void storeWaiting() {
    var entries = new ArrayList<Entry<T>>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      entries.add(next);
    }
    try {
      store.accept(entries.stream().map(entry -> entry.thing).toList());
    } catch (RuntimeException e) {
      entries.forEach(entry -> entry.error = e);
    } catch (Error e) {
      var failed = new IllegalStateException("an error kept it from being stored", e);
      entries.forEach(entry -> entry.error = failed);
    } finally {
      entries.forEach(entry -> entry.over = true);
    }
  }

  /** Read and written by whoever has the lock, and at last by its own caller. */
  private static final class Entry<T> {
    private final T thing;
    private boolean over;
    private @Nullable RuntimeException error;

    private Entry(T thing) {
      this.thing = thing;
    }
  }
}
