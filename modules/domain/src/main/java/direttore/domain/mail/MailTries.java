package direttore.domain.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a mail is tried, and how long after each other. */
public final class MailTries {
  // A warning is of use within minutes; the rest may wait for a server that is being repaired.
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8));

  private MailTries() {}

  /** How long after a try the next is; empty where it was the last. */
  public static Optional<Duration> after(int tries) {
    return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
  }
}
