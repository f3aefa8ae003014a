package direttore.domain.reservation.life;

import java.util.Locale;

/** What a part of a reservation is to come to. */
public enum PartWant {
  /** Nothing yet: its time has not come. */
  NOTHING,
  /** There and running. */
  PRESENT,
  /** Brought to rest as {@link AtEnd} says; what is deleted for good still waits for the grace. */
  RESTING,
  /** Deleted, if the reservation made it. */
  ABSENT;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
