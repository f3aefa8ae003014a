package direttore.store.webhook;

import direttore.domain.operation.Operations;
import direttore.domain.webhook.Deliveries;
import direttore.domain.webhook.WebhookUrl;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.operation.Safe;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries in PostgreSQL, by its clock. */
public final class PgDeliveries implements Deliveries {
  /** After so long whoever took one is thought to be dead. */
  private static final Duration TURN = Duration.ofMinutes(2);

  private final Database database;
  private final DbClient db;
  private final Secrets secrets;

  public PgDeliveries(Database database, Safe safe) {
    this.database = database;
    this.db = database.client();
    this.secrets = new Secrets(safe);
  }

  @Override
  public List<DueDelivery> take(int most, Set<UUID> except) {
    var execute = db.execute();
    return execute
        .createQuery(
            """
            WITH due AS (
              SELECT d.id, d.next_try,
                     row_number() OVER (PARTITION BY d.webhook ORDER BY d.next_try, d.id) AS place
                FROM webhook_delivery d
                -- What waits for one that is off must not stand before what others wait for.
                JOIN webhook w ON w.id = d.webhook AND w.enabled
               WHERE d.state = 'waiting' AND d.next_try <= clock_timestamp()
                 AND d.webhook <> ALL (CAST(:except AS uuid[]))),
            first AS (SELECT id FROM due WHERE place <= 2 ORDER BY next_try LIMIT :most)
            UPDATE webhook_delivery d
               SET tries = tries + 1, last_try = clock_timestamp(),
                   next_try = clock_timestamp() + make_interval(secs => :turn)
              FROM first f, webhook w
             WHERE d.id = f.id AND w.id = d.webhook AND w.enabled
               -- Whoever was waited for has pushed it on.
               AND d.state = 'waiting' AND d.next_try <= clock_timestamp()
            RETURNING d.id, d.webhook, w.url, d.event, d.body, d.tries
            """)
        .addParam("except", except.toArray(UUID[]::new))
        .addParam("most", most)
        .addParam("turn", TURN.toSeconds())
        .execute()
        .map(Row::new)
        .toList()
        .stream()
        .map(row -> due(execute, row))
        .toList();
  }

  private DueDelivery due(DbExecute execute, Row row) {
    var webhook = row.uuid("webhook");
    return new DueDelivery(
        row.uuid("id"),
        webhook,
        WebhookUrl.parse(row.text("url")),
        row.text("event"),
        row.text("body"),
        row.integer("tries"),
        secret(execute, webhook));
  }

  private @Nullable String secret(DbExecute execute, UUID webhook) {
    try {
      return secrets.find(execute, SecretOwner.webhook(webhook)).orElse(null);
    } catch (Operations.Sealed e) {
      return null;
    }
  }

  @Override
  public void arrived(DueDelivery delivery, String answer) {
    note(delivery, "delivered", answer, Duration.ZERO);
  }

  @Override
  public void failed(DueDelivery delivery, String answer, @Nullable Duration again) {
    if (again == null) {
      note(delivery, "failed", answer, Duration.ZERO);
    } else {
      note(delivery, "waiting", answer, again);
    }
  }

  private void note(DueDelivery delivery, String state, String answer, Duration after) {
    db.execute()
        .createUpdate(
            """
            UPDATE webhook_delivery
               SET state = :state, answer = :answer,
                   next_try = clock_timestamp() + make_interval(secs => :after)
             WHERE id = :id AND tries = :tries AND state = 'waiting'
            """)
        .addParam("state", state)
        .addParam("answer", answer)
        .addParam("after", after.toSeconds())
        .addParam("id", delivery.id())
        .addParam("tries", delivery.tries())
        .execute();
    database.changed();
  }
}
