package direttore.store.event;

import direttore.domain.event.Events;
import direttore.store.CoalescedTask;
import direttore.store.Database;
import direttore.store.Row;
import java.time.Duration;

/**
 * Announces what was committed, many events at once. Each process has one, which is woken by its
 * own commits; what a process left behind when it died is announced by another within seconds.
 */
public final class EventTeller implements AutoCloseable {
  private static final int AT_ONCE = 1_000;

  /** So that a burst of changes costs few commits; nobody notices it. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final Duration IDLE = Duration.ofSeconds(3);
  private final Database database;
  private final CoalescedTask task;
  private final Events.Subscription subscription;

  private EventTeller(Database database) {
    this.database = database;
    this.task = new CoalescedTask("event-teller", this::tell, PAUSE, IDLE);
    this.subscription = database.onChange(task::ask);
  }

  /** Begins to announce what was and will be committed. */
  public static EventTeller start(Database database) {
    var teller = new EventTeller(database);
    teller.task.ask();
    return teller;
  }

  private void tell() {
    while (announced() == AT_ONCE) {
      // There may be more.
    }
  }

  private int announced() {
    return database
        .client()
        .execute()
        .createGet("SELECT announce_events(:most) AS count")
        .addParam("most", AT_ONCE)
        .execute()
        .map(row -> new Row(row).integer("count"))
        .orElse(0);
  }

  @Override
  public void close() {
    subscription.close();
    task.close();
  }
}
