package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** How far a reservation is. */
public enum Phase {
  /** It waits for an approval, and holds its claims meanwhile. */
  REQUESTED,
  /** It was offered to somebody who waited, and holds its claims for them. */
  OFFERED,
  BOOKED,
  /** What it brings into being is being made. */
  PREPARING,
  RUNNING,
  /** It has ended; what it brought into being is going. */
  RETURNING,
  RETURNED,
  /** Its start and its end passed while nobody was there to begin it. */
  MISSED,
  CALLED_OFF,
  REFUSED,
  LAPSED;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Phase parse(String wire) {
    return Arrays.stream(values())
        .filter(phase -> phase.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("phase", "must be a phase of a reservation"));
  }

  /** Whether it is still to come, or under way. */
  public boolean open() {
    return switch (this) {
      case REQUESTED, OFFERED, BOOKED, PREPARING, RUNNING -> true;
      case RETURNING, RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> false;
    };
  }

  /** Whether nothing of it was begun. */
  public boolean early() {
    return this == REQUESTED || this == OFFERED || this == BOOKED;
  }

  /** Whether nothing more becomes of it. */
  public boolean over() {
    return !open() && this != RETURNING;
  }
}
