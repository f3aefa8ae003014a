package direttore.store.allocation;

/** Which allocations something is to be done about. */
final class DueAllocations {
  /**
   * Each only while no operation has it in hand, and the same again after a while only: what could
   * not be given back after 1, 2, 4 minutes and so on to an hour; a guest of which an order failed
   * after 15 s, and another after 5 minutes.
   */
  static final String SQL =
      """
      WITH moment AS (SELECT CAST(:now AS timestamptz) AS now),
      due AS (
        SELECT a.id,
               CASE WHEN a.state = 'releasing' THEN 'NOT_RELEASED'
                    WHEN a.state = 'taking' THEN 'NOT_TAKEN'
                    WHEN a.guest IS NULL THEN 'OVER'
                    WHEN o.state IN ('failed', 'cancelled')
                         AND o.steps -> 0 ->> 'state' IN ('PENDING', 'UNDONE') THEN 'NOT_MADE'
                    ELSE 'LOOK' END AS why
          FROM moment m CROSS JOIN allocation a LEFT JOIN operation o ON o.id = a.operation
         WHERE CASE a.state
                 WHEN 'releasing' THEN
                   a.looked_at < m.now - least(power(2, a.tries), 60) * interval '1 minute'
                 WHEN 'taking' THEN a.changed_at < m.now - interval '1 minute'
                 WHEN 'released' THEN false
                 ELSE CASE WHEN a.guest IS NULL THEN a.until <= m.now
                           WHEN o.state IN ('queued', 'running') THEN false
                           WHEN o.state IN ('failed', 'cancelled') THEN
                             a.looked_at < m.now - interval '15 seconds'
                           ELSE a.looked_at < m.now - interval '5 minutes' END
               END
           AND NOT EXISTS (SELECT FROM operation_lock l
                            WHERE l.kind = 'address' AND l.key = CAST(a.id AS text))
         ORDER BY a.looked_at, a.id
         LIMIT 50)
      UPDATE allocation a
         SET looked_at = m.now,
             tries = CASE d.why WHEN 'NOT_RELEASED' THEN a.tries + 1 ELSE a.tries END
        FROM due d, moment m
       WHERE a.id = d.id
      RETURNING d.why,
      """
          + AllocationRow.COLUMNS;

  private DueAllocations() {}
}
