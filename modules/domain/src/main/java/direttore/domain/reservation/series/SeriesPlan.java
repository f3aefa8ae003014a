package direttore.domain.reservation.series;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit means for each date of a series, before it is decided.
 *
 * @param head what goes on under the old name, where the rest becomes a series of its own; null
 *     where it does not
 * @param shape what the edited dates are of
 * @param kept dates that stay in it
 * @param dropped dates that are called off, as it has them no more
 * @param left dates that have begun, are over or are somebody else's, and that it has no more
 * @param added dates that are new, or are tried again
 */
public record SeriesPlan(
    @Nullable Shape head,
    Shape shape,
    List<Kept> kept,
    List<Reservation> dropped,
    List<Reservation> left,
    List<Added> added) {
  public SeriesPlan {
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
    left = List.copyOf(left);
    added = List.copyOf(added);
  }

  /** When a series takes place, and what of it could not be booked. */
  public record Shape(Recurrence recurrence, List<Series.Skipped> skipped) {
    public Shape {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A date that stays.
   *
   * @param occurrence by what it is known now
   * @param change what changes of it; nothing for what has begun
   * @param beside what changes of it where it cannot be when and where it was asked for
   * @param open whether it is meant, and may be changed
   * @param refused why its time cannot be as was asked, whatever is free; else null
   */
  public record Kept(
      Reservation before,
      LocalDateTime occurrence,
      ReservationChange change,
      ReservationChange beside,
      boolean open,
      @Nullable String refused) {}

  /**
   * A date that is booked.
   *
   * @param again whether it was asked for before, and skipped
   */
  public record Added(LocalDateTime occurrence, LocalWindow window, boolean again) {}
}
