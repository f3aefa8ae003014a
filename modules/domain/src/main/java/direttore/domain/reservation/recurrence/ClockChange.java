package direttore.domain.reservation.recurrence;

/** What a change of clocks does to a window. */
public enum ClockChange {
  /** Nothing: it lasts as long as its two times say. */
  NONE,
  /** Its start or its end is a time that is skipped, so that it comes later by the clock. */
  SKIPPED_TIME,
  /** Its start or its end is a time that comes twice, of which the first is meant. */
  REPEATED_TIME,
  /** The clocks change between its start and its end: it is longer or shorter than it looks. */
  BETWEEN
}
