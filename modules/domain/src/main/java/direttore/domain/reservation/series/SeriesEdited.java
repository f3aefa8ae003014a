package direttore.domain.reservation.series;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edit of a series, or would.
 *
 * @param series what the dates are of now; as it was, where nothing was written
 * @param at the date that it was told by, as it is now
 * @param dates what it was meant for, by their time
 */
public record SeriesEdited(Series series, Reservation at, List<Dated> dates) {
  public SeriesEdited {
    dates = List.copyOf(dates);
  }

  /**
   * One date.
   *
   * @param reservation null where there is none, or none yet
   * @param refused why it is not as was asked, naming nobody; null where it is
   */
  public record Dated(
      @Nullable Long reservation,
      Instant from,
      Instant to,
      ZoneId zone,
      Outcome outcome,
      @Nullable String refused) {}

  /** What became of a date. */
  public enum Outcome {
    CHANGED,
    /** It is as it was, for it was to stay so or could not be changed. */
    KEPT,
    ADDED,
    /** It could not be booked. */
    SKIPPED,
    CALLED_OFF
  }
}
