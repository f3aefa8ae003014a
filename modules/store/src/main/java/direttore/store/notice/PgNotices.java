package direttore.store.notice;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.notice.Notice;
import direttore.domain.notice.Notices;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notices in PostgreSQL. */
public final class PgNotices implements Notices {
  private static final Duration SHOWN = Duration.ofDays(1);
  private static final int MOST = 50;

  /** What is told of what somebody asked for, and so to nobody else of their team. */
  private static final String DECISIONS =
      "('booked', 'approved', 'change_approved', 'refused', 'change_refused')";

  /** What of a notice and its reservation makes it somebody's. */
  private static final String THEIRS =
      """
      (r.person = CAST(:person AS uuid)
       OR (r.person IS NULL AND CAST(:person AS uuid) IS NULL AND r.requester = :name)
       OR CASE WHEN n.kind IN %s THEN n.asked_by = :name
               ELSE r.team = ANY (CAST(:teams AS text[])) END)
      """
          .formatted(DECISIONS);

  private final Database database;
  private final DbClient db;
  private final boolean mails;

  /**
   * @param mails whether there is a mail server, so that mails are worth writing
   */
  public PgNotices(Database database, boolean mails) {
    this.database = database;
    this.db = database.client();
    this.mails = mails;
  }

  @Override
  public List<Notice> of(Actor actor, Instant now) {
    return viewer(
            db.execute()
                .createQuery(
                    """
                    SELECT * FROM (
                      SELECT DISTINCT ON (n.topic) %s,
                             EXISTS (SELECT FROM notice_seen s
                                      WHERE s.notice = n.id AND s.name = :name) AS seen
                        FROM notice n JOIN reservation r ON r.id = n.reservation
                       WHERE (n.at > :since OR n.kind = 'requested') AND %s
                         AND ((n.kind NOT IN ('requested', 'ready', 'ended')
                               AND %s
                               AND ((n.kind <> 'cancelled' AND n.kind NOT IN %s)
                                    OR (n.actor IS DISTINCT FROM :name
                                        AND n.actor IS DISTINCT FROM n.requester)))
                              OR (n.kind = 'requested' AND %s))
                       ORDER BY n.topic, n.id DESC) latest
                     WHERE NOT seen
                     ORDER BY notice DESC
                     LIMIT :most
                    """
                        .formatted(
                            NoticeRows.COLUMNS,
                            NoticeRows.STANDS,
                            THEIRS,
                            DECISIONS,
                            Approvers.VIEWER)),
            actor)
        .addParam("since", Timestamp.from(now.minus(SHOWN)))
        .addParam("most", MOST)
        .execute()
        .map(row -> NoticeRows.read(new Row(row)))
        .toList();
  }

  private static <S extends DbStatement<S>> S viewer(S statement, Actor actor) {
    return Approvers.viewer(statement, actor)
        .addParam("person", actor.person().orElse(null))
        .addParam("name", actor.name())
        .addParam("teams", actor.teams().stream().map(TeamName::value).toArray(String[]::new));
  }

  @Override
  public void putAway(Actor actor, long id, Instant now) {
    var theirs =
        viewer(
                db.execute()
                    .createGet(
                        """
                        SELECT n.topic FROM notice n JOIN reservation r ON r.id = n.reservation
                         WHERE n.id = :id AND (%s OR (n.kind = 'requested' AND %s))
                        """
                            .formatted(THEIRS, Approvers.VIEWER)),
                actor)
            .addParam("id", id)
            .execute()
            .map(row -> new Row(row).text("topic"))
            .orElseThrow(() -> new Refusal.NotFound("notice", id));
    db.execute()
        .createInsert(
            """
            INSERT INTO notice_seen (notice, name)
            SELECT id, :name FROM notice
             WHERE topic = :topic AND id <= :id AND (at > :since OR kind = 'requested')
                ON CONFLICT DO NOTHING
            """)
        .addParam("name", actor.name())
        .addParam("topic", theirs)
        .addParam("id", id)
        .addParam("since", Timestamp.from(now.minus(SHOWN)))
        .execute();
  }

  @Override
  public int spread(int most) {
    var many = Transaction.of(db, execute -> spread(execute, most));
    if (many > 0) {
      database.changed();
    }
    return many;
  }

  private int spread(DbExecute execute, int most) {
    var some =
        execute
            .createQuery(
                "SELECT "
                    + NoticeRows.COLUMNS
                    + """
                    , n.status, n.requester, n.team, n.hidden
                      FROM notice n WHERE NOT n.spread
                     ORDER BY n.id LIMIT :most FOR NO KEY UPDATE SKIP LOCKED
                    """)
            .addParam("most", most)
            .execute()
            .map(Row::new)
            .toList();
    if (!some.isEmpty()) {
      var ids = some.stream().map(row -> row.number("notice")).toArray(Long[]::new);
      deliveries(execute, some);
      if (mails) {
        mails(execute, ids);
        mailsToApprovers(execute, ids);
      }
      execute
          .createUpdate("UPDATE notice SET spread = true WHERE id = ANY (CAST(:ids AS bigint[]))")
          .addParam("ids", ids)
          .execute();
    }
    return some.size();
  }

  private static void deliveries(DbExecute execute, List<Row> some) {
    execute
        .createInsert(
            """
            INSERT INTO webhook_delivery (id, webhook, notice, event, body, next_try, made_at)
            SELECT gen_random_uuid(), w.id, n.id, n.event, n.body, clock_timestamp(), now()
              FROM unnest(CAST(:ids AS bigint[]), CAST(:kinds AS text[]), CAST(:events AS text[]),
                          CAST(:bodies AS text[])) AS n (id, kind, event, body)
              JOIN webhook w ON w.enabled AND n.kind = ANY (w.events)
                ON CONFLICT DO NOTHING
            """)
        .addParam("ids", some.stream().map(row -> row.number("notice")).toArray(Long[]::new))
        .addParam("kinds", some.stream().map(row -> row.text("kind")).toArray(String[]::new))
        .addParam(
            "events",
            some.stream().map(row -> NoticeRows.read(row).kind().event()).toArray(String[]::new))
        .addParam("bodies", some.stream().map(NoticeBody::of).toArray(String[]::new))
        .execute();
  }

  /** To whoever has it or asked for it, where somebody else did it or it happened by itself. */
  private static void mails(DbExecute execute, Long[] ids) {
    execute
        .createInsert(
            """
            INSERT INTO mail (id, notice, person, topic, next_try)
            SELECT gen_random_uuid(), n.id, q.id,
                   CASE WHEN n.kind IN ('ending', 'check_in') THEN n.topic || '/' || n.id
                        ELSE n.topic END,
                   clock_timestamp()
              FROM notice n
              JOIN person q ON (q.id = n.person OR q.name = n.asked_by) AND NOT q.disabled
              JOIN preference p ON p.person = q.id AND p.mails AND p.mail IS NOT NULL
             WHERE n.id = ANY (CAST(:ids AS bigint[]))
               AND n.kind NOT IN ('requested', 'ready', 'ended')
               AND ((n.kind <> 'cancelled' AND n.kind NOT IN %s)
                    OR n.actor IS DISTINCT FROM n.requester)
             ORDER BY n.id
                ON CONFLICT DO NOTHING
            """
                .formatted(DECISIONS))
        .addParam("ids", ids)
        .execute();
  }

  /** To everybody who may approve it, where they want mails. */
  private static void mailsToApprovers(DbExecute execute, Long[] ids) {
    execute
        .createInsert(
            """
            INSERT INTO mail (id, notice, person, topic, next_try)
            SELECT gen_random_uuid(), n.id, q.id, n.topic, clock_timestamp()
              FROM notice n
              JOIN reservation r ON r.id = n.reservation
              CROSS JOIN person q
              JOIN preference p ON p.person = q.id AND p.mails AND p.mail IS NOT NULL
              %s
             WHERE n.id = ANY (CAST(:ids AS bigint[])) AND n.kind = 'requested'
               AND NOT q.disabled AND %s
             ORDER BY n.id
                ON CONFLICT DO NOTHING
            """
                .formatted(Approvers.GIVEN, Approvers.PERSON))
        .addParam("ids", ids)
        .execute();
  }

  @Override
  public long forget(Instant before) {
    var gone =
        db.execute()
            .createGet(
                """
                WITH gone AS (
                  DELETE FROM notice
                   WHERE id IN (SELECT n.id FROM notice n
                                 WHERE n.at < :before
                                   AND (n.kind <> 'requested'
                                        OR NOT EXISTS (SELECT FROM reservation r
                                                        WHERE r.id = n.reservation
                                                          AND r.phase = 'requested'))
                                 ORDER BY n.id LIMIT 20000)
                  RETURNING id),
                told AS (
                  DELETE FROM event
                   WHERE type = 'notice' AND subject IN (SELECT CAST(id AS text) FROM gone))
                SELECT count(*) AS gone FROM gone
                """)
            .addParam("before", Timestamp.from(before))
            .execute()
            .map(row -> new Row(row).number("gone"))
            .orElse(0L);
    if (gone > 0) {
      database.changed();
    }
    return gone;
  }
}
