package direttore.domain.reservation.recurrence;

import java.util.Locale;

/** Which occurrences an edit of one of them is meant for. What has begun is never changed. */
public enum EditScope {
  THIS,
  /** This one and what comes after it. */
  LATER,
  ALL;

  /** The word in requests. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
