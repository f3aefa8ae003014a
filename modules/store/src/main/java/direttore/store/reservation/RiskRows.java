package direttore.store.reservation;

import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatementQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who has what is out of service, and of whom it was told. */
final class RiskRows {
  private static final String[] OPEN =
      Stream.of(Phase.values()).filter(Phase::open).map(Phase::wire).toArray(String[]::new);

  /** What a reservation claims that runs or begins soon, and of which nobody was told yet. */
  private static final String NEAR =
      """
        FROM claim c
        JOIN reservation r ON r.id = c.reservation
        JOIN resource d ON d.id = c.resource
       WHERE c.holding AND NOT c.beside
         AND r.kind = 'booking' AND r.phase = ANY (:phases)
         AND lower(r.during) <= :soon AND upper(r.during) > :now
         AND NOT EXISTS (SELECT FROM risk_told t
                          WHERE t.resource = c.resource AND t.reservation = c.reservation)
      """;

  private RiskRows() {}

  /** Those that have it before it is expected to be well again, by their numbers. */
  static List<Long> near(DbExecute execute, Resource out, Instant now) {
    var back = Objects.requireNonNullElse(out.expectedBack(), Window.LATEST);
    return near(
            execute.createQuery(
                "SELECT DISTINCT r.id"
                    + NEAR
                    + "AND c.resource = :resource AND lower(c.during) < :back ORDER BY r.id"),
            now)
        .addParam("resource", out.id())
        .addParam("back", Timestamp.from(back))
        .execute()
        .map(row -> new Row(row).number("id"))
        .toList();
  }

  /** Of what should be back and is not, nobody knows any more when it will be. */
  static void overdue(DbExecute execute, Instant now) {
    execute
        .createUpdate(
            """
            UPDATE resource SET back_by_hand = NULL
             WHERE out_by_hand IS NOT NULL AND back_by_hand <= :now
            """)
        .addParam("now", Timestamp.from(now))
        .execute();
  }

  /** What is out of service and somebody has, by its number. */
  static List<Integer> out(DbExecute execute, Instant now) {
    return near(
            execute.createQuery(
                "SELECT DISTINCT d.id"
                    + NEAR
                    + """
                      AND d.out_of_service IS NOT NULL
                      AND (d.expected_back IS NULL OR lower(c.during) < d.expected_back)
                    ORDER BY d.id
                    """),
            now)
        .execute()
        .map(row -> new Row(row).integer("id"))
        .toList();
  }

  private static DbStatementQuery near(DbStatementQuery query, Instant now) {
    return query
        .addParam("phases", OPEN)
        .addParam("soon", Timestamp.from(now.plus(AtRisk.AHEAD)))
        .addParam("now", Timestamp.from(now));
  }

  /** Whoever has these is told now. */
  static void told(DbExecute execute, Resource out, Collection<Long> reservations) {
    execute
        .createInsert(
            """
            INSERT INTO risk_told (resource, reservation)
            SELECT :resource, id FROM unnest(CAST(:ids AS bigint[])) AS id
            """)
        .addParam("resource", out.id())
        .addParam("ids", HeldRows.array(reservations))
        .execute();
  }

  /** Of those that do not have it any more, or only once it is well again, it may be told anew. */
  static void forget(DbExecute execute, Collection<Integer> resources) {
    execute
        .createDelete(
            """
            DELETE FROM risk_told t
             WHERE t.resource = ANY (CAST(:resources AS integer[]))
               AND NOT EXISTS (
                 SELECT FROM claim c JOIN resource d ON d.id = c.resource
                  WHERE c.resource = t.resource AND c.reservation = t.reservation AND c.holding
                    AND (d.out_of_service IS NOT NULL OR d.gone)
                    AND (d.expected_back IS NULL OR lower(c.during) < d.expected_back))
            """)
        .addParam("resources", HeldRows.array(resources))
        .execute();
  }
}
