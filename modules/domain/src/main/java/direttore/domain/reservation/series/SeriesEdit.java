package direttore.domain.reservation.series;

import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is changed of a series, told by one of its dates.
 *
 * @param reservation the date
 * @param scope {@link EditScope#LATER} or {@link EditScope#ALL}
 * @param change what changes of that date; its times move the others as far by the clock on the
 *     wall
 * @param rule how it repeats from the first date on that is changed, or null as before; with {@link
 *     EditScope#ALL} its COUNT counts what has begun too
 * @param exceptions what is left out from there on, or null as before
 * @param mode whether one date that is taken refuses all, or is reported and keeps what it has
 * @param version of the date, or null for whichever is there
 * @param seriesVersion of the series, or null for whichever is there
 * @param permitted which dates whoever asks may change; others stay as they are
 * @param by who asks
 */
public record SeriesEdit(
    long reservation,
    EditScope scope,
    ReservationChange change,
    @Nullable RecurrenceRule rule,
    @Nullable Set<LocalDateTime> exceptions,
    NewSeries.Mode mode,
    @Nullable Integer version,
    @Nullable Integer seriesVersion,
    Predicate<Reservation> permitted,
    String by) {
  public SeriesEdit {
    if (scope == EditScope.THIS) {
      throw new IllegalArgumentException("one date is changed as a reservation is");
    }
    exceptions = exceptions == null ? null : Set.copyOf(exceptions);
  }

  /** The same with the date at another time. */
  public SeriesEdit at(Times times) {
    return new SeriesEdit(
        reservation,
        scope,
        change.withTimes(times),
        rule,
        exceptions,
        mode,
        version,
        seriesVersion,
        permitted,
        by);
  }

  /** Whether it changes when the series takes place. */
  boolean shapes() {
    return change.times() != null || rule != null || exceptions != null;
  }

  /** Whether what was skipped may be free now. */
  boolean decides() {
    return shapes() || change.decides();
  }
}
