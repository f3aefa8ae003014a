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
  /** Nobody has checked in until then. */
  CHECK_IN_BY,
  /** What it brings into being is begun. */
  PREPARE,
  START,
  /** What was offered to somebody who waited is kept for them no longer. */
  OFFER_ENDS,
  /** Somebody can check in from now on. */
  CHECK_IN_FROM,
  /** There are five minutes left to check in. */
  CHECK_IN_WARN,
  /** Its end is half an hour away. */
  WARN30,
  /** Its end is five minutes away. */
  WARN5;

  /** Whether something of a reservation is begun with it. */
  public boolean begins() {
    return this == PREPARE || this == START;
  }

  /** Whether it is about a check-in. */
  public boolean checksIn() {
    return this == CHECK_IN_FROM || this == CHECK_IN_WARN || this == CHECK_IN_BY;
  }

  /** The word in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
