package direttore.store;

import direttore.domain.event.Events;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells those in this process who wait for it that something was committed. */
final class CommitListeners {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Events.Subscription listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell() {
    listeners.forEach(Runnable::run);
  }
}
