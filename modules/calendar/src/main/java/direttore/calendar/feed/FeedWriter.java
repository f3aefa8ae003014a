package direttore.calendar.feed;

import java.util.ArrayList;
import java.util.List;

/** Writes feeds: the same one always the same. */
public final class FeedWriter {
  private static final String REFRESH = "PT15M";

  private FeedWriter() {}

  /** The feed as RFC 5545 says. */
  public static String write(Feed feed) {
    var zones = new ZonesUsed();
    var events = new ArrayList<String>();
    feed.events().stream()
        .filter(feed::shows)
        .map(e -> EventBlock.of(e, e.uid(), zones))
        .forEach(b -> events.addAll(b.lines(feed.host())));
    feed.series().stream()
        .flatMap(s -> new SeriesBlocks(s, feed, zones).all().stream())
        .forEach(b -> events.addAll(b.lines(feed.host())));
    var lines = head(feed.name());
    lines.addAll(zones.lines());
    lines.addAll(events);
    lines.add("END:VCALENDAR");
    return Folding.of(lines);
  }

  private static List<String> head(String name) {
    var head =
        new ArrayList<>(
            List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Direttore//Reservations//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH"));
    head.addAll(TextLine.name(name));
    head.add("REFRESH-INTERVAL;VALUE=DURATION:" + REFRESH);
    head.add("X-PUBLISHED-TTL:" + REFRESH);
    return head;
  }
}
