package direttore.store.reservation;

import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.Marks;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    var risks = atRisk(execute, reservations);
    return execute
        .createQuery(
            """
            SELECT r.id, r.changed_by, r.unmoved, b.due,
                   CAST(extract(epoch FROM s.late) AS bigint) AS late
              FROM reservation r
              LEFT JOIN bell b
                ON b.reservation = r.id AND b.what = 'check_in_by' AND b.rung IS NULL
              LEFT JOIN LATERAL (
                SELECT t.rung - greatest(t.due, r.created_at) AS late
                  FROM bell t WHERE t.reservation = r.id AND t.what = 'start') s
                ON s.late > interval '1 minute'
               AND r.phase IN ('running', 'returning', 'returned')
             WHERE r.id = ANY (CAST(:ids AS bigint[]))
               AND (r.changed_by IS NOT NULL OR r.unmoved IS NOT NULL OR b.due IS NOT NULL
                    OR s.late IS NOT NULL
                    OR r.id = ANY (CAST(:risky AS bigint[])))
            """)
        .addParam("ids", HeldRows.array(reservations))
        .addParam("risky", HeldRows.array(risks.keySet()))
        .execute()
        .map(Row::new)
        .collect(
            Collectors.toMap(
                row -> row.number("id"),
                row ->
                    new Mark(
                        row.textOrNull("changed_by"),
                        row.textOrNull("unmoved"),
                        row.instantOrNull("due"),
                        late(row),
                        risks.getOrDefault(row.number("id"), List.of()))));
  }

  private static @Nullable Duration late(Row row) {
    var seconds = row.numberOrNull("late");
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  /** What of them is out of service, and not expected to be well again in time. */
  private static Map<Long, List<AtRisk>> atRisk(DbExecute execute, Collection<Long> reservations) {
    return execute
        .createQuery(
            """
            SELECT c.reservation, d.id, d.kind, d.name, d.why, d.expected_back
              FROM claim c
              JOIN (SELECT id, kind, name, expected_back,
                           coalesce(out_of_service,
                                    CASE WHEN gone THEN 'its cluster has it no more' END) AS why
                      FROM resource WHERE out_of_service IS NOT NULL OR gone) d
                ON d.id = c.resource
             WHERE c.reservation = ANY (CAST(:ids AS bigint[])) AND c.holding AND NOT c.beside
               AND (d.expected_back IS NULL OR d.expected_back > lower(c.during))
             GROUP BY c.reservation, d.id, d.kind, d.name, d.why, d.expected_back
             ORDER BY c.reservation, d.kind, d.name
            """)
        .addParam("ids", HeldRows.array(reservations))
        .execute()
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.number("reservation"),
                Collectors.mapping(PgMarks::risk, Collectors.toList())));
  }

  private static AtRisk risk(Row row) {
    var kind = ResourceKind.parse(row.text("kind"));
    return new AtRisk(
        new Resource.Ref(row.integer("id"), kind, row.text("name"), null),
        row.text("why"),
        row.instantOrNull("expected_back"));
  }
}
