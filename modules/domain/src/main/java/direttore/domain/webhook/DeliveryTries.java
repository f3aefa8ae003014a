package direttore.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a delivery is tried, and how long after each other: ten times within 24 hours. */
public final class DeliveryTries {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(6),
          Duration.ofHours(10));

  private DeliveryTries() {}

  /** How long after a try the next is; empty where it was the last. */
  public static Optional<Duration> after(int tries) {
    return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
  }
}
