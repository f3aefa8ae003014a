package direttore.calendar.feed;

import direttore.domain.access.Actor;
import direttore.domain.calendar.FeedScope;
import direttore.domain.calendar.ReservationCalendar;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Feeds of the reservations that there are. */
public final class ReservationFeeds implements ReservationCalendar {
  /** Makes the identities of reservations those of the whole world; as the first Direttore did. */
  private static final String HOST = "direttore";

  private final Function<ReservationFilter, ReservationPage> pages;
  private final LongFunction<Series> series;
  private final Clock clock;

  /**
   * Feeds of what is stored.
   *
   * @param pages finds reservations
   * @param series knows what repeats
   */
  public ReservationFeeds(
      Function<ReservationFilter, ReservationPage> pages,
      LongFunction<Series> series,
      Clock clock) {
    this.pages = pages;
    this.series = series;
    this.clock = clock;
  }

  @Override
  public Sheet sheet(Actor viewer, FeedScope scope, String name, URI program) {
    var now = clock.instant();
    var shown = all(scope, viewer, Feed.since(now), Feed.until(now), null);
    var events = new FeedEvents(viewer, program);
    var single = new ArrayList<FeedEvent>();
    shown.stream().filter(r -> r.series() == null).map(events::of).forEach(single::add);
    var repeated = new ArrayList<FeedSeries>();
    for (var id : seriesOf(shown)) {
      var occurrences = all(scope, viewer, null, null, id);
      events.add(series.apply(id), occurrences, repeated, single);
    }
    var feed = new Feed(name, HOST, now, single, repeated);
    return new Sheet(FeedWriter.write(feed), feed.changed());
  }

  private static List<Long> seriesOf(List<Reservation> shown) {
    return shown.stream()
        .map(Reservation::series)
        .filter(Objects::nonNull)
        .map(Reservation.InSeries::id)
        .distinct()
        .sorted()
        .toList();
  }

  private List<Reservation> all(
      FeedScope scope,
      Actor viewer,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long of) {
    var all = new ArrayList<Reservation>();
    Long after = null;
    while (true) {
      var page =
          pages.apply(
              new ReservationFilter(
                  from,
                  to,
                  null,
                  null,
                  EnumSet.allOf(Status.class),
                  Set.of(),
                  Set.of(),
                  scope instanceof FeedScope.Mine,
                  scope instanceof FeedScope.OfTeam(var team) ? team : null,
                  null,
                  of,
                  viewer,
                  after,
                  ReservationFilter.MOST));
      all.addAll(page.reservations());
      if (!page.more()) {
        return all;
      }
      after = page.reservations().getLast().id();
    }
  }
}
