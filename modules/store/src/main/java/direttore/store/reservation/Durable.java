package direttore.store.reservation;

import direttore.store.Database;
import direttore.store.Transaction;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Transactions whose locks are free before the disk has them, and whose results are answered only
 * after.
 */
final class Durable {
  private final Database database;
  private final Clock clock;

  Durable(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Does the work, commits it and makes it last. */
  <T> T of(Function<DbExecute, T> work) {
    var flush = database.flush();
    var session = flush.session();
    var result = Transaction.of(database.client(), work);
    flush.await(session);
    database.changed();
    return result;
  }

  /** Finds what was done before, and makes it last where whoever did it waits for the disk. */
  <T> Optional<T> found(Function<DbExecute, Optional<T>> work) {
    var flush = database.flush();
    var session = flush.session();
    var result = work.apply(execute());
    if (result.isPresent()) {
      flush.await(session);
    }
    return result;
  }

  /** Does what takes nothing from anybody, and so holds no lock that others wait for. */
  <T> T waiting(Function<DbExecute, T> work) {
    var result = Transaction.of(database.client(), work);
    database.changed();
    return result;
  }

  /** For a single statement. */
  DbExecute execute() {
    return database.client().execute();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
