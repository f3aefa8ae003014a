package direttore.domain.reservation.series;

import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Times;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one date changes of another: what was said of the one and nothing else, so that
 * what the other has of its own stays.
 */
record DateChange(Reservation at, ReservationChange change) {
  /** All of it. */
  ReservationChange of(Reservation other, @Nullable Times times) {
    return new ReservationChange(
        details(other, true),
        times == null || times.equals(other.times()) ? null : times,
        margins(other),
        change.claims(),
        null,
        change.atStart(),
        change.atEnd(),
        null,
        change.reason());
  }

  /** All but what has to be decided: when and where it is. */
  ReservationChange beside(Reservation other) {
    return new ReservationChange(
        details(other, false),
        null,
        null,
        null,
        null,
        change.atStart(),
        change.atEnd(),
        null,
        change.reason());
  }

  private @Nullable Details details(Reservation other, boolean moving) {
    var to = change.details();
    if (to == null) {
      return null;
    }
    var from = at.details();
    var own = other.details();
    var details =
        new Details(
            said(from.title(), to.title(), own.title()),
            said(from.notes(), to.notes(), own.notes()),
            said(from.party(), to.party(), own.party()),
            moving ? said(from.where(), to.where(), own.where()) : own.where(),
            said(from.hidden(), to.hidden(), own.hidden()));
    return details.equals(own) ? null : details;
  }

  private @Nullable Margins margins(Reservation other) {
    var to = change.margins();
    if (to == null) {
      return null;
    }
    var from = at.margins();
    var own = other.margins();
    var margins =
        new Margins(
            said(from.lead(), to.lead(), own.lead()),
            said(from.grace(), to.grace(), own.grace()),
            said(from.tidy(), to.tidy(), own.tidy()));
    return margins.equals(own) ? null : margins;
  }

  private static <T> T said(T from, T to, T own) {
    return from.equals(to) ? own : to;
  }
}
