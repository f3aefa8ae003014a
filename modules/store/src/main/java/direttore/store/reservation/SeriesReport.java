package direttore.store.reservation;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.series.SeriesEdited.Dated;
import direttore.domain.reservation.series.SeriesEdited.Outcome;
import direttore.domain.reservation.series.SeriesPlan.Added;
import direttore.store.reservation.SeriesDraft.Became;
import direttore.store.reservation.SeriesDraft.Fresh;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each date of a series that was edited, by their time. */
final class SeriesReport {
  private final List<Dated> dates = new ArrayList<>();

  /** Dates that stay, of which only those are told that were meant. */
  SeriesReport kept(List<Became> all) {
    all.stream().filter(each -> each.kept().open()).map(SeriesReport::kept).forEach(dates::add);
    return this;
  }

  private static Dated kept(Became each) {
    var changed = each.changed() && each.refused() == null;
    return of(each.after(), changed ? Outcome.CHANGED : Outcome.KEPT, each.refused());
  }

  /** Dates that were to be booked, with what was booked: none where it is not known, or is not. */
  SeriesReport fresh(List<Fresh> all, List<@Nullable Reservation> booked) {
    for (var i = 0; i < all.size(); i++) {
      var there = i < booked.size() ? booked.get(i) : null;
      dates.add(
          there == null
              ? fresh(all.get(i).added(), all.get(i).refused())
              : of(there, Outcome.ADDED, null));
    }
    return this;
  }

  private static Dated fresh(Added added, @Nullable String refused) {
    var window = added.window();
    return new Dated(
        null,
        window.startsAt(),
        window.endsAt(),
        window.zone(),
        refused == null ? Outcome.ADDED : Outcome.SKIPPED,
        refused);
  }

  SeriesReport dropped(List<Reservation> all) {
    all.forEach(each -> dates.add(of(each, Outcome.CALLED_OFF, null)));
    return this;
  }

  private static Dated of(Reservation date, Outcome outcome, @Nullable String refused) {
    var window = date.window();
    return new Dated(date.id(), window.from(), window.to(), date.times().zone(), outcome, refused);
  }

  List<Dated> dates() {
    return dates.stream().sorted(Comparator.comparing(Dated::from)).toList();
  }
}
