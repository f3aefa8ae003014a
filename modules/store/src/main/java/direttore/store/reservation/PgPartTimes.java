package direttore.store.reservation;

import direttore.domain.reservation.life.PartTimes;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Since when parts of reservations are as they are, in PostgreSQL. */
public final class PgPartTimes implements PartTimes {
  private final DbClient db;

  public PgPartTimes(Database database) {
    this.db = database.client();
  }

  @Override
  public Map<UUID, Instant> since(long reservation) {
    return db.execute()
        .createQuery("SELECT id, since FROM part WHERE reservation = :id AND since IS NOT NULL")
        .addParam("id", reservation)
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.uuid("id"), row -> row.instant("since")));
  }
}
