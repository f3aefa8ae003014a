package direttore.store;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbTransaction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is done whole or not at all. */
public final class Transaction {
  private Transaction() {}

  /** Does the work and commits it; after a failure nothing of it has happened. */
  public static <T> T of(DbClient db, Function<DbExecute, T> work) {
    var transaction = db.transaction();
    try {
      var result = work.apply(transaction);
      transaction.commit();
      return result;
    } catch (RuntimeException e) {
      rollBack(transaction, e);
      throw e;
    }
  }

  /** Does the work and commits it; after a failure nothing of it has happened. */
  public static void in(DbClient db, Consumer<DbExecute> work) {
    of(
        db,
        execute -> {
          work.accept(execute);
          return true;
        });
  }

  /**
   * Helidon 4.5.0 closes the connection itself when a statement fails, and ends the transaction
   * when its commit does. The pool has rolled it back then, as the server does with what loses its
   * connection, and asking once more fails. The first failure tells more.
   */
  private static void rollBack(DbTransaction transaction, RuntimeException failure) {
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
