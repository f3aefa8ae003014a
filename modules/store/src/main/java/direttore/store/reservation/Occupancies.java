package direttore.store.reservation;

import direttore.domain.reservation.Resources.Occupancy;
import direttore.domain.reservation.Resources.Use;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has resources at a moment, and who comes next. */
final class Occupancies {
  private Occupancies() {}

  /** One claim of one resource. */
  private record Claimed(int resource, boolean now, Use use) {}

  /** The next is looked for in the first day, and only where nothing is there in all the rest. */
  static Map<Integer, Occupancy> of(
      DbExecute execute, Collection<Integer> ids, Instant moment, Duration ahead) {
    return execute
        .createQuery(
            """
            WITH moment AS (
              SELECT CAST(:now AS timestamptz) AS at, CAST(:until AS timestamptz) AS until
            ), wanted AS (SELECT unnest(CAST(:ids AS integer[])) AS id),
            found AS (
              SELECT c.id, true AS now
                FROM moment CROSS JOIN wanted
                JOIN claim c ON c.resource = wanted.id AND c.during @> at
                            AND c.holding AND NOT c.beside
               UNION ALL
              SELECT coalesce(
                       (SELECT c.id FROM claim c
                         WHERE c.resource = wanted.id AND c.holding AND NOT c.beside
                           AND c.during && tstzrange(at, at + interval '1 day')
                           AND lower(c.during) > at
                         ORDER BY lower(c.during), c.id LIMIT 1),
                       (SELECT c.id FROM claim c
                         WHERE c.resource = wanted.id AND c.holding AND NOT c.beside
                           AND c.during && tstzrange(at, until) AND lower(c.during) > at
                         ORDER BY lower(c.during), c.id LIMIT 1)), false
                FROM moment CROSS JOIN wanted
            )
            SELECT c.resource, f.now, v.id, v.kind, v.title, v.requester, v.person, v.team,
                   v.hidden, lower(c.during) AS since, upper(c.during) AS until,
                   lower(v.during) AS seen_since, upper(v.during) AS seen_until,
                   c.lane, c.cores, c.memory, c.disk, c.vms, c.lxc
              FROM found f JOIN claim c ON c.id = f.id JOIN reservation v ON v.id = c.reservation
             ORDER BY lower(v.during), v.id, c.id
            """)
        .addParam("now", Timestamp.from(moment))
        .addParam("until", Timestamp.from(moment.plus(ahead)))
        .addParam("ids", HeldRows.array(ids))
        .execute()
        .map(row -> claimed(new Row(row)))
        .collect(
            Collectors.groupingBy(
                Claimed::resource,
                Collectors.collectingAndThen(Collectors.toList(), Occupancies::occupancy)));
  }

  private static Claimed claimed(Row row) {
    return new Claimed(row.integer("resource"), row.flag("now"), use(row));
  }

  /** From a row with the columns of a claim and its reservation. */
  static Use use(Row row) {
    return new Use(
        Conflicts.by(row),
        ReservationRows.window(row),
        new Window(row.instant("seen_since"), row.instant("seen_until")),
        ReservationRows.share(row));
  }

  private static Occupancy occupancy(List<Claimed> all) {
    var now = all.stream().filter(Claimed::now).map(Claimed::use).toList();
    var next = all.stream().filter(each -> !each.now()).map(Claimed::use).findFirst().orElse(null);
    return new Occupancy(now, next);
  }
}
