package direttore.store.reservation;

import direttore.domain.reservation.life.PartCounts;
import direttore.store.Database;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How far parts are, counted in PostgreSQL. */
public final class PgPartCounts implements PartCounts {
  private final DbClient db;

  public PgPartCounts(Database database) {
    this.db = database.client();
  }

  @Override
  public Map<Long, Counts> of(Collection<Long> reservations) {
    if (reservations.isEmpty()) {
      return Map.of();
    }
    return db.execute()
        .createQuery(
            """
            SELECT reservation,
                   CAST(count(*) AS integer) AS total,
                   CAST(count(*) FILTER (WHERE state = 'ready') AS integer) AS ready,
                   CAST(count(*) FILTER (WHERE state IN ('failed', 'stuck')) AS integer) AS failed
              FROM part
             WHERE reservation = ANY (:ids)
             GROUP BY reservation
            """)
        .addParam("ids", reservations.toArray(Long[]::new))
        .execute()
        .collect(
            Collectors.toMap(row -> row.column("reservation").getLong(), PgPartCounts::counts));
  }

  private static Counts counts(DbRow row) {
    return new Counts(
        row.column("total").getInt(), row.column("ready").getInt(), row.column("failed").getInt());
  }
}
