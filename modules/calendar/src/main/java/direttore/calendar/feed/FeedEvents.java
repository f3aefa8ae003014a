package direttore.calendar.feed;

import direttore.calendar.feed.FeedEvent.Standing;
import direttore.calendar.feed.FeedEvent.Text;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reservations as events of a calendar, as far as somebody may see them. */
record FeedEvents(Actor viewer, URI pages) {
  private static final String HIDDEN = "Reserved";

  FeedEvent of(Reservation reservation) {
    return of(reservation, reservation.uid());
  }

  private FeedEvent of(Reservation reservation, String uid) {
    var times = reservation.times();
    return new FeedEvent(
        uid,
        text(reservation),
        standing(reservation),
        reservation.sequence(),
        reservation.created(),
        reservation.changed(),
        times.window().from(),
        times.window().to(),
        times.zone());
  }

  /** Adds a series; of occurrences that its rule does not know, each for itself. */
  void add(
      Series series,
      List<Reservation> occurrences,
      List<FeedSeries> repeated,
      List<FeedEvent> single) {
    var first = new LocalWindow(series.start(), series.end(), series.zone());
    var recurrence =
        new Recurrence(RecurrenceRule.parse(series.rule(), series.zone()), first, Set.of());
    var known = Set.copyOf(recurrence.allStarts());
    var events = new LinkedHashMap<LocalDateTime, FeedEvent>();
    for (var reservation : occurrences) {
      var start = reservation.series() == null ? null : reservation.series().occurrence();
      if (start != null && known.contains(start)) {
        events.put(start, of(reservation, series.uid()));
      } else if (start != null) {
        single.add(of(reservation, series.uid() + "-" + Stamp.local(start)));
      }
    }
    var follows = series.follows() == null ? null : series.follows().uid();
    repeated.add(new FeedSeries(series.uid(), recurrence, series.version() - 1, events, follows));
  }

  private Text text(Reservation reservation) {
    var details = reservation.details();
    var place = place(reservation);
    if (!reservation.openTo(viewer)) {
      return new Text(HIDDEN, place, "", null);
    }
    var kind =
        reservation.kind() == ReservationKind.BLACKOUT
            ? ""
            : details.where().type() == GuestKind.QEMU ? "[VM] " : "[LXC] ";
    return new Text(
        kind + details.title(),
        place,
        details.notes(),
        pages.resolve("/reservations/" + reservation.id()));
  }

  private static String place(Reservation reservation) {
    var names = new LinkedHashSet<String>();
    if (reservation.details().where().node() != null) {
      names.add(reservation.details().where().node().value());
    }
    // How much somebody may have is no place, and says whose it is.
    reservation.claims().stream()
        .map(Claim::resource)
        .filter(resource -> !resource.kind().limit())
        .map(Resource.Ref::name)
        .forEach(names::add);
    return String.join(", ", names);
  }

  private static Standing standing(Reservation reservation) {
    if (reservation.status() == Status.CANCELLED) {
      return Standing.CANCELLED;
    }
    return switch (reservation.phase()) {
      case REQUESTED, OFFERED -> Standing.TENTATIVE;
      case CALLED_OFF, REFUSED, LAPSED -> Standing.CANCELLED;
      case BOOKED, PREPARING, RUNNING, RETURNING, RETURNED, MISSED -> Standing.CONFIRMED;
    };
  }
}
