package direttore.domain.webhook;

import direttore.domain.access.Secret;
import direttore.domain.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks, and what was sent or is to be sent to each. */
public interface Webhooks {
  int MOST = 50;

  /** By when they were made. */
  List<Webhook> all();

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Webhook find(UUID id);

  /** Refuses with {@code WrongState} when there are as many as there may be. */
  Webhook add(WebhookUrl url, Set<NoticeKind> events, boolean on, String by, Secret secret);

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Webhook change(UUID id, WebhookChange change);

  /** It and its deliveries are gone. Refuses with {@code NotFound}. */
  void remove(UUID id);

  /**
   * Deliveries of one, the latest first. Refuses with {@code NotFound} for an id nobody knows.
   *
   * @param before the id of the last that is known, for those that come after it in the list
   */
  List<Delivery> deliveries(UUID webhook, @Nullable UUID before, int most);

  /**
   * Has a delivery sent again at once, with as many tries as a new one. Refuses with {@code
   * NotFound}, and with {@code WrongState} while it is to be sent anyway.
   */
  Delivery again(UUID webhook, UUID delivery);

  /** Has a delivery made that is about nothing, to see whether it arrives. */
  Delivery ping(UUID webhook, Instant now);
}
