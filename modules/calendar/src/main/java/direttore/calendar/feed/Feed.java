package direttore.calendar.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be shown in one calendar.
 *
 * @param name of the calendar
 * @param host what makes identities unique in the world
 * @param day the day it is made on; the feed is the same all day unless something changes
 */
public record Feed(
    String name, String host, Instant day, List<FeedEvent> events, List<FeedSeries> series) {
  private static final Duration BACK = Duration.ofDays(90);
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final Duration CANCELLED_STAYS = Duration.ofDays(30);

  public Feed {
    day = dayOf(day);
    events = List.copyOf(events);
    series = List.copyOf(series);
  }

  /** The beginning of a day, which bounds what feeds show. */
  public static Instant dayOf(Instant now) {
    return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  /** What ended before is not shown. */
  public static Instant since(Instant now) {
    return dayOf(now).minus(BACK);
  }

  /** What begins later is not shown. */
  public static Instant until(Instant now) {
    return dayOf(now).plus(AHEAD);
  }

  /** When it was changed last, or the day has changed what it shows. */
  public Instant changed() {
    return Stream.concat(
            events.stream(), series.stream().flatMap(s -> s.occurrences().values().stream()))
        .map(FeedEvent::changed)
        .filter(day::isBefore)
        .max(Instant::compareTo)
        .orElse(day);
  }

  boolean shows(FeedEvent event) {
    return event.touches(since(day), until(day)) && !forgotten(event);
  }

  /** Calendars keep what vanishes, so that they are told of what was cancelled for a while. */
  boolean forgotten(FeedEvent event) {
    return event.cancelled() && event.changed().plus(CANCELLED_STAYS).isBefore(day);
  }
}
