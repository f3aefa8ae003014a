package direttore.calendar.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar is told of a zone's clocks: by a rule for each change that comes every year, one
 * by one where there is none. It begins with the year before the first event, for calendars that
 * know nothing of what was before the first change they are told.
 */
final class ZoneBlock {
  private final ZoneId zone;
  private final ZoneRules rules;
  private final LocalDateTime begin;
  private final Instant since;
  private final Instant until;

  /**
   * @param first year of events
   * @param until after which there are none
   */
  ZoneBlock(ZoneId zone, int first, Instant until) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.begin = LocalDateTime.of(first - 1, 1, 1, 0, 0);
    this.since = begin.toInstant(rules.getOffset(begin));
    this.until = until;
  }

  /** The offset that holds from a time of the wall on. */
  private record Observance(
      boolean daylight,
      ZoneOffset before,
      ZoneOffset after,
      LocalDateTime start,
      @Nullable String rule) {}

  /** The lines of the block. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.getId());
    for (var observance : observances()) {
      var name = observance.daylight() ? "DAYLIGHT" : "STANDARD";
      lines.add("BEGIN:" + name);
      lines.add("TZOFFSETFROM:" + offset(observance.before()));
      lines.add("TZOFFSETTO:" + offset(observance.after()));
      lines.add("DTSTART:" + Stamp.local(observance.start()));
      if (observance.rule() != null) {
        lines.add("RRULE:" + observance.rule());
      }
      lines.add("END:" + name);
    }
    lines.add("END:VTIMEZONE");
    return lines;
  }

  private List<Observance> observances() {
    var single =
        rules.getTransitions().stream()
            .filter(t -> !t.getInstant().isBefore(since) && t.getInstant().isBefore(until))
            .toList();
    var yearly = rules.getTransitionRules();
    var observances = new ArrayList<Observance>();
    if (yearly.isEmpty() || !single.isEmpty()) {
      var offset = rules.getOffset(since);
      // What holds at first is no change to summer time, whatever season it is: vobject takes zones
      // for UTC whose first standard offset is 0.
      observances.add(new Observance(false, offset, offset, begin, null));
    }
    single.forEach(t -> observances.add(observance(t, null)));
    yearly.forEach(rule -> observances.addAll(yearly(rule)));
    return observances;
  }

  private Observance observance(ZoneOffsetTransition change, @Nullable String rule) {
    return new Observance(
        rules.isDaylightSavings(change.getInstant()),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        change.getDateTimeBefore(),
        rule);
  }

  private List<Observance> yearly(ZoneOffsetTransitionRule rule) {
    var earlier = rules.getTransitions();
    var from = earlier.isEmpty() ? since : later(since, earlier.getLast().getInstant());
    var change = rule.createTransition(begin.getYear());
    while (change.getInstant().isBefore(from) || isLast(change, earlier)) {
      change = rule.createTransition(change.getDateTimeBefore().getYear() + 1);
    }
    var text = YearlyRule.text(rule, change);
    if (text != null) {
      return List.of(observance(change, text));
    }
    var each = new ArrayList<Observance>();
    while (change.getInstant().isBefore(until)) {
      each.add(observance(change, null));
      change = rule.createTransition(change.getDateTimeBefore().getYear() + 1);
    }
    return each;
  }

  private static boolean isLast(ZoneOffsetTransition change, List<ZoneOffsetTransition> earlier) {
    return !earlier.isEmpty() && change.getInstant().equals(earlier.getLast().getInstant());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    var sign = offset.getTotalSeconds() < 0 ? '-' : '+';
    return "%c%02d%02d".formatted(sign, minutes / 60, minutes % 60);
  }
}
