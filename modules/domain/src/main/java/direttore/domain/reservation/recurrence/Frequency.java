package direttore.domain.reservation.recurrence;

/** The step in which a rule repeats. */
public enum Frequency {
  DAILY,
  WEEKLY
}
