package direttore.store.mail;

import direttore.domain.mail.Mails;
import direttore.domain.preference.Preferences;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.notice.Approvers;
import direttore.store.notice.NoticeRows;
import direttore.store.preference.PgPreferences;
import io.helidon.dbclient.DbClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails in PostgreSQL, by its clock. */
public final class PgMails implements Mails {
  /** After so long whoever took one is thought to be dead. */
  private static final Duration TURN = Duration.ofMinutes(3);

  private final DbClient db;

  public PgMails(Database database) {
    this.db = database.client();
  }

  @Override
  public List<DueMail> take(int most) {
    return db.execute()
        .createQuery(
            """
            WITH due AS (
              SELECT id FROM mail WHERE state = 'waiting' AND next_try <= clock_timestamp()
               ORDER BY next_try LIMIT :most FOR NO KEY UPDATE SKIP LOCKED),
            taken AS (
              UPDATE mail m
                 SET tries = tries + 1,
                     next_try = clock_timestamp() + make_interval(secs => :turn)
                FROM due WHERE m.id = due.id
              RETURNING m.id, m.tries, m.notice, m.person)
            SELECT t.id, t.tries, %s, p.time_zone, p.locale, p.mail,
                   coalesce(p.mails AND NOT q.disabled, false) AS mails, %s AND %s AS stands
              FROM taken t
              JOIN notice n ON n.id = t.notice
              JOIN reservation r ON r.id = n.reservation
              LEFT JOIN preference p ON p.person = t.person
              LEFT JOIN person q ON q.id = t.person
              %s
            """
                .formatted(
                    NoticeRows.COLUMNS, NoticeRows.STANDS, Approvers.STILL, Approvers.GIVEN_IF_ANY))
        .addParam("most", most)
        .addParam("turn", TURN.toSeconds())
        .execute()
        .map(row -> read(new Row(row)))
        .toList();
  }

  private static DueMail read(Row row) {
    Preferences preferences = PgPreferences.read(row);
    return new DueMail(
        row.uuid("id"),
        row.integer("tries"),
        NoticeRows.read(row),
        preferences,
        row.flag("stands"));
  }

  @Override
  public void note(DueMail mail, MailEnd end) {
    switch (end) {
      case MailEnd.Sent() -> note(mail, "sent", null, Duration.ZERO);
      case MailEnd.Dropped(var why) -> note(mail, "dropped", why, Duration.ZERO);
      case MailEnd.Failed(var why) -> note(mail, "failed", why, Duration.ZERO);
      case MailEnd.Later(var why, var after) -> note(mail, "waiting", why, after);
    }
  }

  private void note(DueMail mail, String state, @Nullable String answer, Duration after) {
    db.execute()
        .createUpdate(
            """
            UPDATE mail
               SET state = :state, answer = :answer,
                   next_try = clock_timestamp() + make_interval(secs => :after)
             WHERE id = :id AND tries = :tries AND state = 'waiting'
            """)
        .addParam("state", state)
        .addParam("answer", answer)
        .addParam("after", after.toSeconds())
        .addParam("id", mail.id())
        .addParam("tries", mail.tries())
        .execute();
  }
}
