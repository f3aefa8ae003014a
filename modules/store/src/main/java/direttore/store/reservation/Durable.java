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

  /**
   * What is committed, but perhaps not on disk: nobody may be told of it yet.
   *
   * @param session of the flush, from before the commit
   */
  record Committed<T>(T result, long session) {
    <R> Committed<R> map(Function<T, R> other) {
      return new Committed<>(other.apply(result), session);
    }
  }

  /** Does the work, commits it and makes it last. */
  <T> T of(Function<DbExecute, T> work) {
    return onDisk(committed(work));
  }

  /** Does the work and commits it. */
  <T> Committed<T> committed(Function<DbExecute, T> work) {
    var session = database.flush().session();
    return new Committed<>(Transaction.of(database.client(), work), session);
  }

  /**
   * Does what is one statement, or finds what was done before: whoever did that may still wait for
   * the disk.
   */
  <T> Optional<Committed<T>> once(Function<DbExecute, Optional<T>> statement) {
    var session = database.flush().session();
    return statement.apply(execute()).map(result -> new Committed<>(result, session));
  }

  /** Makes it last. */
  <T> T onDisk(Committed<T> committed) {
    database.flush().await(committed.session());
    database.changed();
    return committed.result();
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
