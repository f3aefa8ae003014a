package direttore.api;

import direttore.domain.event.Event;
import direttore.domain.event.Events;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Events in memory, told on the thread that fires them. */
public final class FakeEvents implements Events {
  private final List<Event> kept = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  public synchronized void fire(String type, String subject) {
    var event = new Event(kept.size() + 1L, type, subject);
    kept.add(event);
    listeners.forEach(l -> l.accept(event));
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public List<Event> after(long seq) {
    return kept.stream().filter(e -> e.seq() > seq).toList();
  }

  @Override
  public long latest() {
    return kept.size();
  }

  @Override
  public Subscription subscribe(Consumer<Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
