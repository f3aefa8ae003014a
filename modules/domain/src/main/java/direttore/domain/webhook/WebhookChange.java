package direttore.domain.webhook;

import direttore.domain.notice.NoticeKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shall be different about a webhook; null leaves it as it is. */
public record WebhookChange(
    @Nullable WebhookUrl url, @Nullable Set<NoticeKind> events, @Nullable Boolean on) {
  public WebhookChange {
    if (events != null) {
      events = Set.copyOf(events);
      Webhook.requireSome(events);
    }
  }
}
