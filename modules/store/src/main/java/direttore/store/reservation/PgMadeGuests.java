package direttore.store.reservation;

import direttore.domain.guest.VmId;
import direttore.domain.reservation.life.MadeGuests;
import direttore.store.Database;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Guests that were made for reservations, in PostgreSQL. */
public final class PgMadeGuests implements MadeGuests {
  private final DbClient db;

  public PgMadeGuests(Database database) {
    this.db = database.client();
  }

  @Override
  public Map<VmId, Long> of(Collection<Long> reservations) {
    if (reservations.isEmpty()) {
      return Map.of();
    }
    return db.execute()
        .createQuery(
            """
            SELECT CAST(split_part(guest, '/', 4) AS integer) AS vmid,
                   max(reservation) AS reservation
              FROM part
             WHERE reservation = ANY (:ids) AND making IS NOT NULL AND guest IS NOT NULL
               AND state NOT IN ('none', 'gone')
             GROUP BY vmid
            """)
        .addParam("ids", reservations.toArray(Long[]::new))
        .execute()
        .collect(
            Collectors.toMap(
                row -> new VmId(row.column("vmid").getInt()),
                row -> row.column("reservation").getLong()));
  }
}
