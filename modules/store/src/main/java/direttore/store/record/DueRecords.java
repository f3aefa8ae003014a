package direttore.store.record;

/** About which records something is to be done. */
final class DueRecords {
  /**
   * Each only while no operation has it in hand, and the same again after a while only: what was
   * ordered in vain after 1, 2, 4 minutes and so on to an hour, what is as it should be after 5
   * minutes.
   */
  static final String SQL =
      """
      WITH moment AS (SELECT CAST(:now AS timestamptz) AS now),
      due AS (
        SELECT r.id, r.state = 'removing' OR r.written IS DISTINCT FROM r.wanted AS behind
          FROM moment m CROSS JOIN guest_record r
         WHERE CASE r.state
                 WHEN 'removed' THEN false
                 WHEN 'theirs' THEN false
                 ELSE r.looked_at < m.now - CASE
                        WHEN r.wanted IS NULL OR r.state = 'removing'
                             OR r.written IS DISTINCT FROM r.wanted THEN
                          least(power(2, r.tries), 60) * interval '1 minute'
                        WHEN r.id = ANY (CAST(:changed AS uuid[])) THEN interval '10 seconds'
                        ELSE interval '5 minutes' END
               END
           AND NOT EXISTS (SELECT FROM operation_lock l
                            WHERE l.kind = 'record' AND l.key = CAST(r.id AS text))
         ORDER BY r.looked_at, r.id
         LIMIT 50)
      UPDATE guest_record r
         SET looked_at = m.now, tries = CASE WHEN d.behind THEN r.tries + 1 ELSE 0 END
        FROM due d, moment m
       WHERE r.id = d.id
      RETURNING
      """
          + GuestRecordRow.COLUMNS;

  private DueRecords() {}
}
