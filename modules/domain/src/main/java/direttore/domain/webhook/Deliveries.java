package direttore.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries that are to be sent, which wait in the database until they have arrived. */
public interface Deliveries {
  /**
   * Some of what is due, the earliest first, two of each webhook at the most; nobody else gets them
   * for a while.
   *
   * @param except webhooks that are left alone
   */
  List<DueDelivery> take(int most, Set<UUID> except);

  /** It has arrived. Nothing where it was taken anew since. */
  void arrived(DueDelivery delivery, String answer);

  /**
   * It has not. Nothing where it was taken anew since.
   *
   * @param again how long after now it is tried again, or null for never
   */
  void failed(DueDelivery delivery, String answer, @Nullable Duration again);

  /**
   * A delivery whose turn has come.
   *
   * @param tries counts this one
   * @param secret what it is signed with; null where it does not open with the key at hand
   */
  record DueDelivery(
      UUID id,
      UUID webhook,
      WebhookUrl url,
      String event,
      String body,
      int tries,
      @Nullable String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "delivery " + id;
    }
  }
}
