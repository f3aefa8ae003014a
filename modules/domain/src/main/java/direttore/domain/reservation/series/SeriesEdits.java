package direttore.domain.reservation.series;

import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where series are changed as a whole. Each call is one decision in one transaction: what is taken
 * is refused with {@code ReservationConflict}, another version with {@code Stale}.
 */
public interface SeriesEdits {
  /** The same for somebody whom the rules of reserving bind. */
  SeriesEdits ruled(Actor actor);

  /** Refuses with {@code WrongState} a date that has begun, or is over. */
  SeriesEdited edit(SeriesEdit edit);

  /** What an edit would do, date by date; nothing is changed, and what is taken is told of each. */
  SeriesEdited check(SeriesEdit edit);

  /**
   * Books those of the skipped dates that are free now.
   *
   * @param permitted is given the date as which they are booked, and refuses who may not
   */
  SeriesEdited retrySkipped(
      long series, @Nullable Integer version, Consumer<Reservation> permitted, Submitter by);

  /** The series; refuses with {@code NotFound} for an id nobody knows. */
  Series series(long id);

  /** Every date of a series, called off ones too, by what they are known. */
  List<Reservation> dates(long series);
}
