package direttore.store;

import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Instant;

/** Removes what is older than it is kept, in lots that hold nobody up. */
public final class PgRetention {
  private static final int LOT = 2000;
  private final DbClient db;

  public PgRetention(Database database) {
    this.db = database.client();
  }

  /**
   * Removes operations that ended before, with their events; answers how many. One that made a
   * guest which somebody has stays, since by it the guest is known again.
   */
  public long forgetOperations(Instant before) {
    long all = 0;
    while (true) {
      var gone =
          db.execute()
              .createGet(
                  """
                  WITH gone AS (
                    DELETE FROM operation WHERE id IN (
                      SELECT id FROM operation o
                       WHERE finished_at < :before
                         AND NOT EXISTS (SELECT FROM holding h WHERE h.operation = o.id)
                         AND NOT EXISTS (SELECT FROM operation_fence f
                                          WHERE f.id = o.group_id AND NOT f.closed)
                         AND NOT EXISTS (SELECT FROM operation_group g
                                          WHERE g.id = o.group_id AND g.finished_at >= :still)
                       ORDER BY finished_at LIMIT :lot)
                    RETURNING id),
                  told AS (
                    DELETE FROM event
                     WHERE type = 'operation' AND subject IN (SELECT CAST(id AS text) FROM gone))
                  SELECT count(*) AS gone FROM gone
                  """)
              .addParam("before", Timestamp.from(before))
              .addParam("still", Timestamp.from(before))
              .addParam("lot", LOT)
              .execute()
              .map(row -> new Row(row).number("gone"))
              .orElse(0L);
      all += gone;
      if (gone < LOT) {
        return all;
      }
    }
  }

  /**
   * Removes groups that ended before and of which no operation is left, with their events; answers
   * how many.
   */
  public long forgetGroups(Instant before) {
    return db.execute()
        .createGet(
            """
            WITH gone AS (
              DELETE FROM operation_fence
               WHERE id IN (SELECT g.id FROM operation_group g
                             WHERE g.finished_at < :before
                               AND NOT EXISTS (SELECT FROM operation o WHERE o.group_id = g.id))
              RETURNING id),
            told AS (
              DELETE FROM event
               WHERE type = 'group' AND subject IN (SELECT CAST(id AS text) FROM gone))
            SELECT count(*) AS gone FROM gone
            """)
        .addParam("before", Timestamp.from(before))
        .execute()
        .map(row -> new Row(row).number("gone"))
        .orElse(0L);
  }

  /** Removes entries of the audit that are older; answers how many. */
  public long forgetAudit(int days) {
    long all = 0;
    while (true) {
      var gone =
          db.execute()
              .createGet("SELECT forget_audit(:days, :lot) AS gone")
              .addParam("days", days)
              .addParam("lot", LOT)
              .execute()
              .map(row -> new Row(row).integer("gone"))
              .orElse(0);
      all += gone;
      if (gone < LOT) {
        return all;
      }
    }
  }
}
