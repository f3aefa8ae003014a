package direttore.store.reservation;

import direttore.store.Database;
import direttore.store.Transaction;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    var result = lasting(() -> Transaction.of(database.client(), work), done -> true);
    database.changed();
    return result;
  }

  /** Does what is one statement, and makes it last where it answers that something was done. */
  <T> Optional<T> once(Function<DbExecute, Optional<T>> statement) {
    var result = found(statement);
    result.ifPresent(done -> database.changed());
    return result;
  }

  /** Finds what was done before, and makes it last where whoever did it waits for the disk. */
  <T> Optional<T> found(Function<DbExecute, Optional<T>> work) {
    return lasting(() -> work.apply(execute()), Optional::isPresent);
  }

  private <T> T lasting(Supplier<T> work, Predicate<T> done) {
    var flush = database.flush();
    var session = flush.session();
    var result = work.get();
    if (done.test(result)) {
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
