package direttore.store.reservation;

import direttore.domain.reservation.SeriesSearch;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A series that was refused, and as it could be asked for instead: all of its dates together. */
interface SeriesWish extends SeriesSearch.Dates {
  /** As the date is asked for by whose times the others go. */
  Plan plan();

  /** Whether other resources may be asked for instead, for all of its dates. */
  boolean mayBeElsewhere();

  /** Reservations that do not count as what others have. */
  List<Long> besides();

  /**
   * What each of its dates would have, decided as when somebody asks for it; empty where something
   * is in the way on any date.
   *
   * @param shift how much later it begins by the clock on the wall
   * @param ask what each date asks for
   */
  Optional<List<Slot.Choice>> decided(Duration shift, Ask ask);

  /** When that date is so much later. */
  default Times later(Times times, Duration shift) {
    return Times.local(times.startLocal().plus(shift), times.endLocal().plus(shift), times.zone());
  }
}
