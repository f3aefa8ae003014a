package direttore.domain.reservation.life;

import java.time.Instant;

/**
 * What a part waits for, in a few words that follow "waits for".
 *
 * @param since when it began to
 */
public record Waiting(String what, Instant since) {
  public Waiting {
    if (what.isBlank()) {
      throw new IllegalArgumentException("what is waited for has a name");
    }
  }
}
