package direttore.store.reservation;

import direttore.domain.guest.VmId;
import direttore.domain.reservation.Resources.Use;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.MadeGuests;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Guests that were made for reservations, in PostgreSQL. */
public final class PgMadeGuests implements MadeGuests {
  private final DbClient db;

  public PgMadeGuests(Database database) {
    this.db = database.client();
  }

  @Override
  public Map<VmId, Use> at(Instant moment) {
    return db.execute()
        .createQuery(
            """
            WITH moment AS (SELECT CAST(:now AS timestamptz) AS at)
            SELECT DISTINCT ON (vmid) CAST(split_part(p.guest, '/', 4) AS integer) AS vmid,
                   v.id, v.kind, v.title, v.requester, v.person, v.team, v.hidden,
                   lower(v.during) - v.lead AS since, upper(v.during) + v.grace + v.tidy AS until,
                   lower(v.during) AS seen_since, upper(v.during) AS seen_until
              FROM moment
              JOIN reservation v
                ON v.during && tstzrange(at - interval '3 days', at + interval '2 days')
               AND lower(v.during) - v.lead <= at AND upper(v.during) + v.grace + v.tidy > at
              JOIN part p ON p.reservation = v.id
             WHERE v.phase IN ('preparing', 'running', 'returning')
               AND p.making IS NOT NULL AND p.guest IS NOT NULL AND p.state NOT IN ('none', 'gone')
             ORDER BY vmid, v.id DESC
            """)
        .addParam("now", Timestamp.from(moment))
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> new VmId(row.integer("vmid")), PgMadeGuests::use));
  }

  private static Use use(Row row) {
    return new Use(
        Conflicts.by(row),
        ReservationRows.window(row),
        new Window(row.instant("seen_since"), row.instant("seen_until")),
        null);
  }
}
