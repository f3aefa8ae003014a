package direttore.domain.event;

import java.util.List;
import java.util.function.Consumer;

/** What changed in the database, as it happens. */
public interface Events {
  /** Kept events after the given one, oldest first, each subject once with its latest change. */
  List<Event> after(long seq);

  /** The number of the latest kept event, 0 when there is none. */
  long latest();

  /**
   * Calls the listener for each event from now on, on a thread of the implementation; the listener
   * must not block. Closing the subscription ends it.
   */
  Subscription subscribe(Consumer<Event> listener);

  /** A listener's place; close it to leave. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
