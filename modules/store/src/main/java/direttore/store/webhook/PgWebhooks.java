package direttore.store.webhook;

import direttore.domain.Refusal;
import direttore.domain.access.Secret;
import direttore.domain.notice.NoticeKind;
import direttore.domain.webhook.Delivery;
import direttore.domain.webhook.Delivery.State;
import direttore.domain.webhook.Webhook;
import direttore.domain.webhook.WebhookChange;
import direttore.domain.webhook.WebhookUrl;
import direttore.domain.webhook.Webhooks;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.operation.Safe;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Webhooks in PostgreSQL; what they are signed with is sealed. */
public final class PgWebhooks implements Webhooks {
  private static final String SELECT =
      """
      SELECT w.id, w.url, array_to_string(w.events, ' ') AS events, w.enabled, w.made_by, w.made_at,
             (SELECT CAST(count(*) AS integer) FROM webhook_delivery d
               WHERE d.webhook = w.id AND d.state = 'failed') AS failed,
             (SELECT CAST(count(*) AS integer) FROM webhook_delivery d
               WHERE d.webhook = w.id AND d.state = 'waiting') AS waiting
        FROM webhook w
      """;

  private static final String DELIVERY =
      """
      SELECT id, event, body, state, tries, answer, next_try, last_try, made_at
        FROM webhook_delivery
      """;

  private final Database database;
  private final DbClient db;
  private final Secrets secrets;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public PgWebhooks(Database database, Safe safe, Clock clock, Supplier<UUID> ids) {
    this.database = database;
    this.db = database.client();
    this.secrets = new Secrets(safe);
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public List<Webhook> all() {
    return db.execute()
        .query(SELECT + " ORDER BY w.made_at, w.id")
        .map(row -> read(new Row(row)))
        .toList();
  }

  @Override
  public Webhook find(UUID id) {
    return db.execute()
        .createGet(SELECT + " WHERE w.id = :id")
        .addParam("id", id)
        .execute()
        .map(row -> read(new Row(row)))
        .orElseThrow(() -> unknown(id));
  }

  private static Webhook read(Row row) {
    return new Webhook(
        row.uuid("id"),
        WebhookUrl.parse(row.text("url")),
        Arrays.stream(row.text("events").split(" "))
            .map(NoticeKind::parse)
            .collect(Collectors.toUnmodifiableSet()),
        row.flag("enabled"),
        row.text("made_by"),
        row.instant("made_at"),
        row.integer("failed"),
        row.integer("waiting"));
  }

  @Override
  public Webhook add(WebhookUrl url, Set<NoticeKind> events, boolean on, String by, Secret secret) {
    Webhook.requireSome(events);
    var id = ids.get();
    Transaction.in(
        db,
        execute -> {
          if (insert(execute, id, url, events, on, by) == 0) {
            throw new Refusal.WrongState(
                "there are %d webhooks already, which is the most; delete one".formatted(MOST),
                null);
          }
          secrets.add(execute, SecretOwner.webhook(id), secret.text());
        });
    return find(id);
  }

  private long insert(
      DbExecute execute, UUID id, WebhookUrl url, Set<NoticeKind> events, boolean on, String by) {
    return execute
        .createInsert(
            """
            INSERT INTO webhook (id, url, events, enabled, made_by, made_at)
            SELECT :id, :url, CAST(:events AS text[]), :enabled, :by, :now
             WHERE (SELECT count(*) FROM webhook) < :most
            """)
        .addParam("id", id)
        .addParam("url", url.toString())
        .addParam("events", words(events))
        .addParam("enabled", on)
        .addParam("by", by)
        .addParam("now", Timestamp.from(clock.instant()))
        .addParam("most", MOST)
        .execute();
  }

  private static String[] words(Set<NoticeKind> events) {
    return events.stream().sorted().map(NoticeKind::wire).toArray(String[]::new);
  }

  @Override
  public Webhook change(UUID id, WebhookChange change) {
    var url = change.url();
    var events = change.events();
    db.execute()
        .createUpdate(
            """
            UPDATE webhook
               SET url = coalesce(CAST(:url AS text), url),
                   events = coalesce(CAST(:events AS text[]), events),
                   enabled = coalesce(CAST(:enabled AS boolean), enabled)
             WHERE id = :id
            """)
        .addParam("url", url == null ? null : url.toString())
        .addParam("events", events == null ? null : words(events))
        .addParam("enabled", change.on())
        .addParam("id", id)
        .execute();
    return find(id);
  }

  @Override
  public void remove(UUID id) {
    Transaction.in(
        db,
        execute -> {
          var gone =
              execute
                  .createDelete("DELETE FROM webhook WHERE id = :id")
                  .addParam("id", id)
                  .execute();
          if (gone == 0) {
            throw unknown(id);
          }
          Secrets.forget(execute, SecretOwner.webhook(id));
        });
  }

  @Override
  public List<Delivery> deliveries(UUID webhook, @Nullable UUID before, int most) {
    find(webhook);
    return db.execute()
        .createQuery(
            DELIVERY
                + """
                 WHERE webhook = :webhook
                   AND (CAST(:before AS uuid) IS NULL
                        OR (made_at, id) < (SELECT b.made_at, b.id FROM webhook_delivery b
                                             WHERE b.id = CAST(:before AS uuid)
                                               AND b.webhook = :webhook))
                 ORDER BY made_at DESC, id DESC LIMIT :most
                """)
        .addParam("webhook", webhook)
        .addParam("before", before)
        .addParam("most", most)
        .execute()
        .map(row -> delivery(new Row(row)))
        .toList();
  }

  private static Delivery delivery(Row row) {
    var state = State.valueOf(row.text("state").toUpperCase(Locale.ROOT));
    return new Delivery(
        row.uuid("id"),
        row.text("event"),
        row.text("body"),
        state,
        row.integer("tries"),
        row.textOrNull("answer"),
        state == State.WAITING ? row.instant("next_try") : null,
        row.instantOrNull("last_try"),
        row.instant("made_at"));
  }

  private Delivery found(UUID webhook, UUID delivery) {
    return db.execute()
        .createGet(DELIVERY + " WHERE id = :id AND webhook = :webhook")
        .addParam("id", delivery)
        .addParam("webhook", webhook)
        .execute()
        .map(row -> delivery(new Row(row)))
        .orElseThrow(() -> new Refusal.NotFound("delivery", delivery));
  }

  @Override
  public Delivery again(UUID webhook, UUID delivery) {
    var found = found(webhook, delivery);
    var changed =
        db.execute()
            .createUpdate(
                """
                UPDATE webhook_delivery
                   SET state = 'waiting', tries = 0, next_try = clock_timestamp()
                 WHERE id = :id AND state <> 'waiting'
                """)
            .addParam("id", delivery)
            .execute();
    if (changed == 0) {
      throw new Refusal.WrongState("delivery %s is to be sent anyway".formatted(found.id()), null);
    }
    database.changed();
    return found(webhook, delivery);
  }

  @Override
  public Delivery ping(UUID webhook, Instant now) {
    find(webhook);
    var id = ids.get();
    db.execute()
        .createInsert(
            """
            INSERT INTO webhook_delivery (id, webhook, event, body, next_try, made_at)
            VALUES (:id, :webhook, 'ping', :body, clock_timestamp(), :now)
            """)
        .addParam("id", id)
        .addParam("webhook", webhook)
        .addParam("body", "{\"kind\":\"ping\",\"at\":\"%s\"}".formatted(now))
        .addParam("now", Timestamp.from(now))
        .execute();
    database.changed();
    return found(webhook, id);
  }

  private static Refusal.NotFound unknown(UUID id) {
    return new Refusal.NotFound("webhook", id);
  }
}
