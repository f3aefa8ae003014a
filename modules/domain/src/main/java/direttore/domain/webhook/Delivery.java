package direttore.domain.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message for one webhook.
 *
 * @param event what it is about, such as {@code reservation.ending}
 * @param answer what the last try came to, in words; null before the first
 * @param nextTry null once it is not tried any more
 * @param lastTry null before the first
 */
public record Delivery(
    UUID id,
    String event,
    String body,
    State state,
    int tries,
    @Nullable String answer,
    @Nullable Instant nextTry,
    @Nullable Instant lastTry,
    Instant made) {
  /** How far a delivery is. */
  public enum State {
    WAITING,
    DELIVERED,
    /** It was tried as often as it is. */
    FAILED;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
