package direttore.proxmox.cluster;

import direttore.domain.event.Event;
import direttore.domain.event.Events;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells listeners what a reading found changed; compares nothing while there are none. */
final class News {
  private static final System.Logger LOG = System.getLogger(News.class.getName());
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  Events.Subscription subscribe(Consumer<Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  boolean wanted() {
    return !listeners.isEmpty();
  }

  /**
   * Tells the difference.
   *
   * @param before null for the first reading, which changes nothing
   */
  void tell(@Nullable Snapshot before, Snapshot after) {
    if (before == null || !wanted()) {
      return;
    }
    for (var event : Differences.between(before, after)) {
      listeners.forEach(listener -> tell(listener, event));
    }
  }

  private static void tell(Consumer<Event> listener, Event event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a listener failed", e);
    }
  }
}
