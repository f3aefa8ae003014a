package direttore.domain.reservation.life;

import java.util.Locale;

/** How far a part of a reservation is on the way to what is wanted of it. */
public enum PartState {
  /** Nothing was begun. */
  NONE,
  MAKING,
  /** There, running and looked at. */
  READY,
  /** It could not be made, or is not as it should be; the others go on. */
  FAILED,
  ENDING,
  /** Brought to rest: what is left of it stays, at least until the grace is over. */
  RESTING,
  /** Deleted, or there never was anything. */
  GONE,
  /** It could not be brought to rest or deleted; somebody has to look. */
  STUCK;

  /** Whether it may still change without anybody's doing. */
  public boolean moving() {
    return this == MAKING || this == ENDING;
  }

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
