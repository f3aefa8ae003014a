package direttore.domain.reservation.history;

import java.util.Locale;

/** What happened to a reservation. */
public enum HistoryKind {
  /** It was made; how, nobody noted. */
  MADE,
  /** It was made, and waits for an approval. */
  REQUESTED,
  /** It was made for somebody who waited. */
  OFFERED,
  BOOKED,
  APPROVED,
  ACCEPTED,
  REFUSED,
  LAPSED,
  CANCELLED,
  /** What it brings is being made. */
  PREPARING,
  STARTED,
  /** Its start and its end passed while nobody was there to begin it. */
  MISSED,
  CHECKED_IN,
  MOVED,
  EXTENDED,
  SHORTENED,
  HANDED_OVER,
  /** Something else of it was changed. */
  CHANGED,
  /** Somebody said no to a change of it. */
  CHANGE_REFUSED,
  /** Nobody said yes to a change of it in time. */
  CHANGE_LAPSED,
  /** All that it brings is there. */
  READY,
  /** Some of what it brings is not. */
  DEGRADED,
  REPAIRED,
  /** It stays, and all around it is closed. */
  KEPT,
  REASSIGNED,
  AT_RISK,
  /** Somebody ended it before its time. */
  RETURNED,
  /** It ended before its time, as nobody checked in. */
  NO_SHOW,
  ENDED,
  /** What it brought is gone, or somebody else's. */
  CLEARED;

  /** The word in answers. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word in the database, for what happened beside the reservation's row. */
  public static HistoryKind parse(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
