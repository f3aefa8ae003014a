package direttore.calendar.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The zones that times of a feed are written by, and when they are. */
final class ZonesUsed {
  private final Map<String, Span> spans = new TreeMap<>();

  private record Span(ZoneId zone, Instant first, Instant last) {
    Span and(Span other) {
      return new Span(
          zone,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }

    List<String> lines() {
      return new ZoneBlock(zone, first.atZone(zone).getYear(), last).lines();
    }
  }

  void add(TimeForm form, Instant first, Instant last) {
    var zone = form.zone();
    if (zone != null) {
      spans.merge(zone.getId(), new Span(zone, first, last), Span::and);
    }
  }

  /** A block for each. */
  List<String> lines() {
    return spans.values().stream().flatMap(s -> s.lines().stream()).toList();
  }
}
