package direttore.domain.reservation.policy;

import java.util.Locale;

/** Which rule; the words stay the same between releases. */
public enum RuleCode {
  /** Minutes. */
  TOO_LONG,
  /** Minutes. */
  TOO_SHORT,
  /** Days. */
  TOO_FAR,
  /** Minutes. */
  TOO_SOON,
  /** Reservations. */
  TOO_MANY_OPEN,
  /** Hours. */
  TOO_MANY_HOURS,
  /** Minutes. */
  PAUSE,
  /** None are allowed. */
  RECURRING,
  /** Minutes in all. */
  EXTEND;

  /** The word in answers. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
