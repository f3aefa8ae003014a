package direttore.store.event;

import direttore.domain.event.Event;
import direttore.domain.event.Events;
import direttore.store.Database;
import direttore.store.Listener;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Events from PostgreSQL. After a lost connection, what was missed is read from the table. */
public final class PgEvents implements Events, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PgEvents.class.getName());
  private static final int MOST = 10_000;
  private final DbClient db;
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
  // One thread, so that listeners hear events in their order.
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("events").factory());
  private final Listener listener;
  private long told;

  public PgEvents(Database database) {
    this.db = database.client();
    this.told = latest();
    this.listener =
        Listener.on(
            database,
            "direttore_events",
            connection -> teller.execute(this::catchUp),
            notice -> teller.execute(() -> tell(parse(notice))));
  }

  @Override
  public List<Event> after(long seq) {
    return db.execute()
        .createQuery(
            "SELECT seq, type, subject FROM event WHERE seq > :seq ORDER BY seq LIMIT " + MOST)
        .addParam("seq", seq)
        .execute()
        .map(Row::new)
        .map(row -> new Event(row.number("seq"), row.text("type"), row.text("subject")))
        .toList();
  }

  @Override
  public long latest() {
    return db.execute()
        .get("SELECT coalesce(max(seq), 0) AS seq FROM event")
        .map(row -> new Row(row).number("seq"))
        .orElse(0L);
  }

  @Override
  public Subscription subscribe(Consumer<Event> wanted) {
    listeners.add(wanted);
    return () -> listeners.remove(wanted);
  }

  private void catchUp() {
    try {
      after(told).forEach(this::tell);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "could not read the events missed", e);
    }
  }

  private void tell(Event event) {
    if (event.seq() <= told) {
      return;
    }
    told = event.seq();
    for (var each : listeners) {
      try {
        each.accept(event);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a listener failed", e);
      }
    }
  }

  private static Event parse(String notice) {
    var parts = notice.split(" ", 3);
    return new Event(Long.parseLong(parts[0]), parts[1], parts[2]);
  }

  @Override
  public void close() {
    listener.close();
    teller.shutdown();
  }
}
