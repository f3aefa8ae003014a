package direttore.api.rate;

import java.time.Duration;

/**
 * How often one client may do one kind of thing: so many in a time, which may all come at once.
 *
 * @param kind one lower-case word; limits of the same kind count together
 * @param most from 1 to 1,000,000
 */
public record RateLimit(String kind, int most, Duration in) {
  public RateLimit {
    if (most < 1 || most > 1_000_000) {
      throw new IllegalArgumentException("%d is not from 1 to 1000000".formatted(most));
    }
  }

  /** So many a minute. */
  public RateLimit(String kind, int perMinute) {
    this(kind, perMinute, Duration.ofMinutes(1));
  }

  double perMillisecond() {
    return (double) most / in.toMillis();
  }
}
