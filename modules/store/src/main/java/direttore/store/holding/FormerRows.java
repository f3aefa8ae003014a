package direttore.store.holding;

import static direttore.store.holding.HoldingRow.COMMON;

import direttore.domain.operation.Subject;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who had what, and how it is theirs again. */
final class FormerRows {
  /**
   * Whether the order that displaced {@code f} has made nothing, or what it made was taken back.
   */
  private static final String CAME_TO_NOTHING =
      """
      NOT EXISTS (SELECT FROM operation o
                   WHERE o.id = f.displaced_by
                     AND (o.state = 'succeeded' OR o.steps -> 0 ->> 'state' = 'DONE'))
      """;

  /** Whether whoever had {@code f} has room for it. */
  static final String FITS =
      """
      quota_excess(jsonb_populate_record(CAST(NULL AS holding), to_jsonb(f)), NULL) = '[]'
      """;

  /** The columns of {@link HoldingRow#COMMON}, without an order that is kept no longer. */
  private static final String AGAIN =
      """
      f.kind, f.cluster, f.key, f.person, f.team, f.since, f.cores, f.memory, f.disk,
      (SELECT o.id FROM operation o WHERE o.id = f.operation), f.seen, f.born, f.generation, f.cards
      """;

  private FormerRows() {}

  /**
   * Ends a holding that no operation has; answers the order that it came from. It is kept to be
   * given back, unless its order came to nothing and had displaced another, who comes first.
   */
  static Optional<UUID> end(DbExecute execute, Subject what, Instant since) {
    var query =
        execute
            .createGet(
                """
                WITH gone AS (
                  DELETE FROM holding h
                   WHERE kind = :kind AND cluster = :cluster AND key = :key AND since = :since AND NOT
                """
                    + HoldingRow.BUSY
                    + "RETURNING *), kept AS (INSERT INTO former_holding ("
                    + COMMON
                    + ") SELECT "
                    + COMMON
                    + """
                      FROM gone
                     WHERE NOT EXISTS (
                       SELECT FROM former_holding f
                        WHERE (f.kind, f.cluster, f.key) = (gone.kind, gone.cluster, gone.key)
                          AND f.displaced_by = gone.operation AND
                    """
                    + CAME_TO_NOTHING
                    + ")) SELECT operation FROM gone WHERE operation IS NOT NULL")
            .addParam("since", Timestamp.from(since));
    return HoldingKey.name(query, what).execute().map(row -> new Row(row).uuid("operation"));
  }

  /** Keeps who has something that an order gets, and takes it from them. */
  static void displace(DbExecute execute, Subject what, UUID order) {
    var insert =
        execute
            .createInsert(
                "WITH gone AS (DELETE FROM holding WHERE "
                    + HoldingKey.IS
                    + " RETURNING *) INSERT INTO former_holding ("
                    + COMMON
                    + ", displaced_by) SELECT "
                    + COMMON
                    + ", CAST(:order AS uuid) FROM gone")
            .addParam("order", order);
    HoldingKey.name(insert, what).execute();
  }

  /** What one order displaced is another's to give back from now on. */
  static void passOn(DbExecute execute, Subject what, UUID from, UUID to) {
    var update =
        execute
            .createUpdate(
                "UPDATE former_holding SET displaced_by = :new WHERE displaced_by = :old AND "
                    + HoldingKey.IS)
            .addParam("new", to)
            .addParam("old", from);
    HoldingKey.name(update, what).execute();
  }

  /**
   * To whom an order displaced that is elsewhere now. Where they have no room they had it formerly,
   * and the order may displace another there.
   */
  static void leave(DbExecute execute, Subject what, UUID order) {
    giveBack(execute, what, order);
    var update =
        execute
            .createUpdate(
                "UPDATE former_holding SET displaced_by = NULL WHERE displaced_by = :order AND "
                    + HoldingKey.IS)
            .addParam("order", order);
    HoldingKey.name(update, what).execute();
  }

  /** To whom an order displaced that came to nothing there, if they have room. */
  static void giveBack(DbExecute execute, Subject what, UUID order) {
    var insert =
        execute
            .createInsert(
                """
                WITH f AS (
                  DELETE FROM former_holding f
                   WHERE f.kind = :kind AND f.cluster = :cluster AND f.key = :key
                     AND f.displaced_by = :order
                     AND NOT EXISTS (
                       SELECT FROM holding h
                        WHERE (h.kind, h.cluster, h.key) = (f.kind, f.cluster, f.key))
                     AND
                """
                    + CAME_TO_NOTHING
                    + " AND "
                    + FITS
                    + "RETURNING *) INSERT INTO holding ("
                    + COMMON
                    + ") SELECT "
                    + AGAIN
                    + " FROM f")
            .addParam("order", order);
    HoldingKey.name(insert, what).execute();
  }

  /** To whom had it last; whether they have it now. */
  static boolean restore(DbExecute execute, Subject what) {
    var insert =
        execute.createInsert(
            "INSERT INTO holding ("
                + COMMON
                + ") SELECT "
                + AGAIN
                + " FROM (SELECT * FROM former_holding WHERE "
                + HoldingKey.IS
                + " ORDER BY ended_at DESC LIMIT 1) AS f WHERE "
                + FITS
                + " ON CONFLICT DO NOTHING");
    return HoldingKey.name(insert, what).execute() > 0;
  }
}
