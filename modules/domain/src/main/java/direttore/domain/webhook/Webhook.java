package direttore.domain.webhook;

import direttore.domain.Refusal;
import direttore.domain.notice.NoticeKind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An address that is called when something happens to reservations.
 *
 * @param on whether it is called now; what waits for it is kept
 * @param failed how many deliveries were given up
 * @param waiting how many are still to be sent
 */
public record Webhook(
    UUID id,
    WebhookUrl url,
    Set<NoticeKind> events,
    boolean on,
    String madeBy,
    Instant made,
    int failed,
    int waiting) {
  public Webhook {
    events = Set.copyOf(events);
  }

  /** Refuses a webhook that is called for nothing. */
  public static void requireSome(Set<NoticeKind> events) {
    if (events.isEmpty()) {
      throw new Refusal.Invalid("events", "must name one event at the least");
    }
  }
}
