package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Secret;
import direttore.domain.notice.NoticeKind;
import direttore.domain.webhook.Delivery;
import direttore.domain.webhook.Webhook;
import direttore.domain.webhook.WebhookChange;
import direttore.domain.webhook.WebhookUrl;
import direttore.domain.webhook.Webhooks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks in memory. */
public final class FakeWebhooks implements Webhooks {
  private final Map<UUID, Webhook> all = new LinkedHashMap<>();
  private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();

  @Override
  public synchronized List<Webhook> all() {
    return List.copyOf(all.values());
  }

  @Override
  public synchronized Webhook find(UUID id) {
    if (!all.containsKey(id)) {
      throw new Refusal.NotFound("webhook", id);
    }
    return all.get(id);
  }

  @Override
  public synchronized Webhook add(
      WebhookUrl url, Set<NoticeKind> events, boolean on, String by, Secret secret) {
    var id = UUID.randomUUID();
    all.put(id, new Webhook(id, url, events, on, by, FakeOperations.NOW, 0, 0));
    return find(id);
  }

  @Override
  public synchronized Webhook change(UUID id, WebhookChange change) {
    var before = find(id);
    all.put(
        id,
        new Webhook(
            id,
            Objects.requireNonNullElse(change.url(), before.url()),
            Objects.requireNonNullElse(change.events(), before.events()),
            Objects.requireNonNullElse(change.on(), before.on()),
            before.madeBy(),
            before.made(),
            0,
            0));
    return find(id);
  }

  @Override
  public synchronized void remove(UUID id) {
    find(id);
    all.remove(id);
  }

  @Override
  public synchronized List<Delivery> deliveries(UUID webhook, @Nullable UUID before, int most) {
    find(webhook);
    return List.copyOf(deliveries.values());
  }

  @Override
  public synchronized Delivery again(UUID webhook, UUID delivery) {
    var found = deliveries.get(delivery);
    if (found == null) {
      throw new Refusal.NotFound("delivery", delivery);
    }
    if (found.state() == Delivery.State.WAITING) {
      throw new Refusal.WrongState("it is to be sent anyway", null);
    }
    return put(delivery, found.event(), found.body(), Delivery.State.WAITING);
  }

  @Override
  public synchronized Delivery ping(UUID webhook, Instant now) {
    find(webhook);
    return put(UUID.randomUUID(), "ping", "{}", Delivery.State.WAITING);
  }

  /** Has one given up. */
  public synchronized UUID failed() {
    return put(UUID.randomUUID(), "reservation.ended", "{}", Delivery.State.FAILED).id();
  }

  private Delivery put(UUID id, String event, String body, Delivery.State state) {
    var waits = state == Delivery.State.WAITING;
    var delivery =
        new Delivery(
            id,
            event,
            body,
            state,
            waits ? 0 : 10,
            waits ? null : "No answer within 15 seconds.",
            waits ? FakeOperations.NOW : null,
            waits ? null : FakeOperations.NOW,
            FakeOperations.NOW);
    deliveries.put(id, delivery);
    return delivery;
  }
}
