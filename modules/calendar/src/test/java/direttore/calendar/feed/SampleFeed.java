package direttore.calendar.feed;

import direttore.calendar.feed.FeedEvent.Standing;
import direttore.calendar.feed.FeedEvent.Text;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts feeds together, and knows what takes place by the clocks on the wall. */
final class SampleFeed {
  static final Instant DAY = Instant.parse("2027-03-01T00:00:00Z");
  static final Instant CREATED = Instant.parse("2027-02-01T08:00:00Z");

  private final List<FeedEvent> events = new ArrayList<>();
  private final List<FeedSeries> series = new ArrayList<>();

  /** What people expect to see. */
  record Expected(String start, String end, String zone, String summary) {}

  private final List<Expected> expected = new ArrayList<>();

  static LocalWindow window(String start, String end, String zone) {
    return new LocalWindow(LocalDateTime.parse(start), LocalDateTime.parse(end), ZoneId.of(zone));
  }

  static FeedEvent event(String uid, String summary, LocalWindow window, Standing standing) {
    return new FeedEvent(
        uid,
        new Text(summary, "", "", null),
        standing,
        0,
        CREATED,
        CREATED,
        window.startsAt(),
        window.endsAt(),
        window.zone());
  }

  SampleFeed single(String uid, String summary, LocalWindow window) {
    events.add(event(uid, summary, window, Standing.CONFIRMED));
    expect(summary, window);
    return this;
  }

  SampleFeed cancelled(String uid, String summary, LocalWindow window) {
    events.add(event(uid, summary, window, Standing.CANCELLED));
    return this;
  }

  /**
   * A series.
   *
   * @param moved where occurrences take place that were moved
   */
  SampleFeed series(
      String uid,
      String summary,
      String rule,
      LocalWindow first,
      Set<LocalDateTime> except,
      Map<LocalDateTime, LocalWindow> moved,
      Set<LocalDateTime> calledOff) {
    return split(null, uid, summary, rule, first, except, moved, calledOff);
  }

  /**
   * A series that was split from another.
   *
   * @param from the other, or null
   */
  SampleFeed split(
      @Nullable String from,
      String uid,
      String summary,
      String rule,
      LocalWindow first,
      Set<LocalDateTime> except,
      Map<LocalDateTime, LocalWindow> moved,
      Set<LocalDateTime> calledOff) {
    var recurrence = new Recurrence(RecurrenceRule.parse(rule, first.zone()), first, except);
    var occurrences = new LinkedHashMap<LocalDateTime, FeedEvent>();
    for (var start : recurrence.starts()) {
      var window = moved.getOrDefault(start, recurrence.at(start));
      var off = calledOff.contains(start);
      if (!window.isSkipped()) {
        occurrences.put(
            start, event(uid, summary, window, off ? Standing.CANCELLED : Standing.CONFIRMED));
        if (!off) {
          expect(summary, window);
        }
      }
    }
    series.add(new FeedSeries(uid, recurrence, 0, occurrences, from));
    return this;
  }

  SampleFeed series(String uid, String summary, String rule, LocalWindow first) {
    return series(uid, summary, rule, first, Set.of(), Map.of(), Set.of());
  }

  private void expect(String summary, LocalWindow window) {
    expected.add(
        new Expected(
            window.start().toString(), window.end().toString(), window.zone().getId(), summary));
  }

  List<Expected> expected() {
    return expected;
  }

  Feed feed() {
    return feed(DAY);
  }

  Feed feed(Instant day) {
    return new Feed("Lab", "lab.example", day, events, series);
  }

  String write() {
    return FeedWriter.write(feed());
  }
}
