package direttore.domain.calendar;

import direttore.domain.Refusal;
import direttore.domain.access.OneLine;

/** What somebody calls a feed, and calendars then show. */
public record FeedName(String value) {
  private static final int LONGEST = 100;

  public FeedName {
    value = value.strip();
    if (value.isEmpty()
        || value.codePointCount(0, value.length()) > LONGEST
        || !OneLine.of(value, Integer.MAX_VALUE).equals(value)) {
      throw new Refusal.Invalid(
          "name", "must have 1 to %d characters on one line".formatted(LONGEST));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
