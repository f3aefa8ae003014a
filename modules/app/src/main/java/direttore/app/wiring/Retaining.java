package direttore.app.wiring;

import direttore.app.settings.RetentionSettings;
import direttore.domain.Refusal;
import direttore.store.PgRetention;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/** Removes each day, on a thread of its own, what is older than it is to be kept. */
final class Retaining implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Retaining.class.getName());
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration BETWEEN = Duration.ofHours(24);
  private final Thread thread;

  private Retaining(PgRetention retention, RetentionSettings settings, Clock clock) {
    this.thread = Thread.ofVirtual().name("retention").start(() -> run(retention, settings, clock));
  }

  static Retaining start(PgRetention retention, RetentionSettings settings, Clock clock) {
    return new Retaining(retention, settings, clock);
  }

  private static void run(PgRetention retention, RetentionSettings settings, Clock clock) {
    try {
      Thread.sleep(FIRST);
      while (true) {
        round(retention, settings, clock);
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    }
  }

  private static void round(PgRetention retention, RetentionSettings settings, Clock clock) {
    try {
      var before = clock.instant().minus(Duration.ofDays(settings.operationDays()));
      var operations = retention.forgetOperations(before);
      var audit = retention.forgetAudit(settings.auditDays());
      if (operations + audit > 0) {
        LOG.log(
            Level.INFO,
            "{0} operations and {1} entries of the audit were older than they are kept",
            operations,
            audit);
      }
    } catch (Refusal e) {
      LOG.log(Level.DEBUG, "the database is away; old rows go tomorrow", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "old rows cannot be removed; tried again tomorrow", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
