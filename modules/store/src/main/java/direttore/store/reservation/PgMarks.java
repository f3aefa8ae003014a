package direttore.store.reservation;

import direttore.domain.reservation.Marks;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What is noted beside reservations in PostgreSQL. */
public final class PgMarks implements Marks {
  private final DbClient db;

  public PgMarks(Database database) {
    this.db = database.client();
  }

  @Override
  public Map<Long, Mark> of(Collection<Long> reservations) {
    return reservations.isEmpty() ? Map.of() : of(db.execute(), reservations);
  }

  static Map<Long, Mark> of(DbExecute execute, Collection<Long> reservations) {
    return execute
        .createQuery(
            """
            SELECT r.id, r.changed_by, r.unmoved, b.due
              FROM reservation r
              LEFT JOIN bell b
                ON b.reservation = r.id AND b.what = 'check_in_by' AND b.rung IS NULL
             WHERE r.id = ANY (CAST(:ids AS bigint[]))
               AND (r.changed_by IS NOT NULL OR r.unmoved IS NOT NULL OR b.due IS NOT NULL)
            """)
        .addParam("ids", HeldRows.array(reservations))
        .execute()
        .map(Row::new)
        .collect(
            Collectors.toMap(
                row -> row.number("id"),
                row ->
                    new Mark(
                        row.textOrNull("changed_by"),
                        row.textOrNull("unmoved"),
                        row.instantOrNull("due"))));
  }
}
