package direttore.store.holding;

import direttore.domain.operation.Subject;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;

/**
 * How something that can be had stands in the columns {@code kind}, {@code cluster}, {@code key}:
 * the key of a {@link Subject} begins with its cluster.
 */
public final class HoldingKey {
  /** The condition that a row is about it; {@link #name} says what. */
  static final String IS = "kind = :kind AND cluster = :cluster AND key = :key";

  private HoldingKey() {}

  static Subject read(Row row) {
    return new Subject(row.text("kind"), row.text("cluster") + "/" + row.text("key"));
  }

  static <S extends DbStatement<S>> S name(S statement, Subject what) {
    return statement
        .addParam("kind", what.kind())
        .addParam("cluster", cluster(what))
        .addParam("key", key(what));
  }

  /** What is to be moved from that key, in {@code fromCluster} and {@code fromKey}. */
  static void nameFrom(DbStatement<?> statement, Subject what) {
    statement.addParam("fromCluster", cluster(what)).addParam("fromKey", key(what));
  }

  /** Lets one transaction after the other decide whose it is; held until this one ends. */
  public static void lock(DbExecute execute, Subject what) {
    execute
        .createGet("SELECT pg_advisory_xact_lock(17487, hashtext(:subject))")
        .addParam("subject", what.toString())
        .execute();
  }

  private static String cluster(Subject what) {
    return what.key().substring(0, what.key().indexOf('/'));
  }

  /** Which one it is in its cluster. */
  static String key(Subject what) {
    return what.key().substring(what.key().indexOf('/') + 1);
  }
}
