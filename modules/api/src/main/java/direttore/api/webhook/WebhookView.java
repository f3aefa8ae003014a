package direttore.api.webhook;

import direttore.domain.notice.NoticeKind;
import direttore.domain.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A webhook, without its secret. */
record WebhookView(
    UUID id,
    String url,
    List<String> events,
    boolean enabled,
    String madeBy,
    Instant made,
    int failed,
    int waiting) {
  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.url().toString(),
        webhook.events().stream().sorted().map(NoticeKind::event).toList(),
        webhook.on(),
        webhook.madeBy(),
        webhook.made(),
        webhook.failed(),
        webhook.waiting());
  }
}
