package direttore.store.reservation;

import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has guests that were there in fact: a reservation that is late still has its own. */
final class Possessions {
  /** An end that is later than that has been overtaken by whoever has the guest by the calendar. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private Possessions() {}

  /** Takes what the reservation's parts under way are about, where nobody has it. */
  static void take(DbExecute execute, long reservation, Instant now) {
    execute
        .createInsert(
            """
            INSERT INTO possession (resource, part, since, state)
            SELECT r.id, p.id, :now, 'held'
              FROM part p JOIN resource r
                ON r.kind = 'guest' AND r.cluster = split_part(p.guest, '/', 1)
               AND r.name = split_part(p.guest, '/', 4)
             WHERE p.reservation = :id AND p.making IS NULL AND p.state IN ('making', 'ending')
               AND NOT EXISTS (SELECT FROM possession o WHERE o.resource = r.id)
             ORDER BY r.id
                ON CONFLICT DO NOTHING
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("id", reservation)
        .execute();
  }

  /**
   * The parts whose guest another reservation has, with that reservation. One that does nothing at
   * its start and its end takes nothing, and cannot wait: it has a guest once it has run a while.
   */
  static Map<UUID, Long> taken(DbExecute execute, long reservation, Instant now) {
    return execute
        .createQuery(
            """
            SELECT p.id, coalesce(o.reservation, n.id) AS by
              FROM part p JOIN resource r
                ON r.kind = 'guest' AND r.cluster = split_part(p.guest, '/', 1)
               AND r.name = split_part(p.guest, '/', 4)
              LEFT JOIN possession h ON h.resource = r.id AND h.part <> p.id
              LEFT JOIN part o ON o.id = h.part
              LEFT JOIN LATERAL (
                SELECT v.id FROM claim c JOIN reservation v ON v.id = c.reservation
                 WHERE p.state = 'ending' AND c.resource = r.id AND c.holding
                   AND v.id <> p.reservation AND v.phase = 'running'
                   AND lower(v.during) < :late
                   AND NOT EXISTS (SELECT FROM part q WHERE q.reservation = v.id AND q.making IS NULL)
                 ORDER BY v.id LIMIT 1) n ON true
             WHERE p.reservation = :id AND p.making IS NULL AND p.state IN ('making', 'ending')
               AND coalesce(o.reservation, n.id) IS NOT NULL
            """)
        .addParam("late", Timestamp.from(now.minus(LATE)))
        .addParam("id", reservation)
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.uuid("id"), row -> row.number("by")));
  }

  /** The part has nothing any more. */
  static void giveBack(DbExecute execute, UUID part) {
    execute.createDelete("DELETE FROM possession WHERE part = :id").addParam("id", part).execute();
  }

  /** No part of these reservations has anything any more. */
  static void giveAllBack(DbExecute execute, Collection<Long> reservations) {
    execute
        .createDelete(
            """
            DELETE FROM possession
             WHERE part IN (SELECT id FROM part WHERE reservation = ANY (CAST(:ids AS bigint[])))
            """)
        .addParam("ids", reservations.toArray(Long[]::new))
        .execute();
  }
}
