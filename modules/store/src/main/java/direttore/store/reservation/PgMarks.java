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
            SELECT id, changed_by, unmoved FROM reservation
             WHERE id = ANY (CAST(:ids AS bigint[]))
               AND (changed_by IS NOT NULL OR unmoved IS NOT NULL)
            """)
        .addParam("ids", HeldRows.array(reservations))
        .execute()
        .map(Row::new)
        .collect(
            Collectors.toMap(
                row -> row.number("id"),
                row -> new Mark(row.textOrNull("changed_by"), row.textOrNull("unmoved"))));
  }
}
