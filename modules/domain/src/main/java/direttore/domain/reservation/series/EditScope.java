package direttore.domain.reservation.series;

import direttore.domain.Refusal;

/** Which dates of a series a change is meant for. What has begun is never changed. */
public enum EditScope {
  /** One date alone, which differs from its series from then on. */
  THIS,
  /** That date and those after it, which go on as a series of their own. */
  LATER,
  /** All that have not begun. */
  ALL;

  /** Refuses with the field {@code scope}. */
  public static EditScope parse(String word) {
    return switch (word) {
      case "this" -> THIS;
      case "later" -> LATER;
      case "all" -> ALL;
      default -> throw new Refusal.Invalid("scope", "must be this, later or all");
    };
  }
}
