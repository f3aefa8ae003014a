package direttore.domain.reservation.life;

import java.util.Locale;

/** What is due for a reservation, in the order in which it is done when it is due at one moment. */
public enum BellKind {
  /** Its window is over. */
  END,
  /** Its grace is over. */
  DESTROY,
  /** Nobody has approved it in time. */
  APPROVE_BY,
  /** What it brings into being is begun. */
  PREPARE,
  START,
  /** What was offered to somebody who waited is kept for them no longer. */
  OFFER_ENDS,
  /** Its end is half an hour away. */
  WARN30,
  /** Its end is five minutes away. */
  WARN5;

  /** Whether something of a reservation is begun with it. */
  public boolean begins() {
    return this == PREPARE || this == START;
  }

  /** The word in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
