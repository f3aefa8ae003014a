package direttore.api.rate;

import java.time.Duration;

/**
 * How often one client may do one kind of thing: so many a minute, which may all come at once.
 *
 * @param kind one lower-case word; limits of the same kind count together
 * @param perMinute from 1 to 1,000,000
 */
public record RateLimit(String kind, int perMinute) {
  private static final double MILLIS_PER_MINUTE = Duration.ofMinutes(1).toMillis();

  public RateLimit {
    if (perMinute < 1 || perMinute > 1_000_000) {
      throw new IllegalArgumentException("%d is not from 1 to 1000000".formatted(perMinute));
    }
  }

  double perMillisecond() {
    return perMinute / MILLIS_PER_MINUTE;
  }
}
