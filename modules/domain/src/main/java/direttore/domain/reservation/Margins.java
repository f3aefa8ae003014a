package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Duration;

/**
 * How much longer than its window a reservation holds what it claims.
 *
 * @param lead before the start, for what is to be ready then
 * @param grace after the end, in which nothing is destroyed yet
 * @param tidy after the grace, for cleaning up
 */
public record Margins(Duration lead, Duration grace, Duration tidy) {
  public static final Duration LONGEST = Duration.ofDays(1);
  public static final Margins NONE = new Margins(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public Margins {
    check("lead_minutes", lead);
    check("grace_minutes", grace);
    check("tidy_minutes", tidy);
  }

  private static void check(String field, Duration margin) {
    if (margin.isNegative() || margin.compareTo(LONGEST) > 0) {
      throw new Refusal.Invalid(field, "must be 0 to %d".formatted(LONGEST.toMinutes()));
    }
  }

  /** What is held for a window. */
  public Window around(Window window) {
    return window.widened(lead, grace.plus(tidy));
  }
}
