package direttore.calendar.feed;

import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RuleEnd;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series as calendars are told of it: a rule, what is left out of it and what was moved. */
final class SeriesBlocks {
  private final FeedSeries series;
  private final Recurrence recurrence;
  private final Feed feed;
  private final ZonesUsed zones;
  private final List<EventBlock> blocks = new ArrayList<>();

  SeriesBlocks(FeedSeries series, Feed feed, ZonesUsed zones) {
    this.series = series;
    this.recurrence = series.recurrence();
    this.feed = feed;
    this.zones = zones;
  }

  List<EventBlock> all() {
    for (var section : Section.of(series)) {
      var known = section.starts().stream().filter(s -> taken(s) != null).toList();
      if (known.stream().map(series::at).anyMatch(feed::shows)) {
        add(section, known);
      }
    }
    return blocks;
  }

  /** What takes place instead of the rule's start, or null where that is left out. */
  private @Nullable FeedEvent taken(LocalDateTime start) {
    var event = series.occurrences().get(start);
    return event == null || feed.forgotten(event) ? null : event;
  }

  private List<FeedEvent> events(List<LocalDateTime> starts) {
    return starts.stream().map(series::at).toList();
  }

  private void add(Section section, List<LocalDateTime> known) {
    if (!section.plain() || known.size() == 1) {
      var event = series.at(known.getFirst());
      blocks.add(
          (section.plain()
                  ? EventBlock.of(event, section.uid(), zones)
                  : EventBlock.of(event, section.uid(), TimeForm.UTC, zones))
              .sequence(series.sequence())
              .relatedTo(series));
    } else {
      addRule(section, known);
    }
  }

  private void addRule(Section section, List<LocalDateTime> known) {
    var form = TimeForm.of(recurrence.zone());
    var first = recurrence.at(known.getFirst());
    var all = between(section.starts(), known);
    var model = model(known);
    var regular = known.stream().filter(s -> regular(s, model)).toList();
    int sequence =
        events(regular).stream().mapToInt(FeedEvent::sequence).reduce(series.sequence(), Math::max);
    zones.add(form, first.startsAt(), recurrence.at(known.getLast()).endsAt());
    blocks.add(
        EventBlock.standing(model, section.uid(), form, first.startsAt(), first.endsAt())
            .sequence(sequence)
            .standingFor(events(known))
            .recurring(
                rule(all.size()), starts(all.stream().filter(s -> !known.contains(s)).toList()))
            .relatedTo(series));
    for (var start : known) {
      if (!regular.contains(start)) {
        blocks.add(
            EventBlock.of(series.at(start), section.uid(), zones)
                .sequence(sequence)
                .insteadOf(form, recurrence.at(start).startsAt())
                .relatedTo(series));
      }
    }
  }

  /** Whose words and standing the rule has. */
  private FeedEvent model(List<LocalDateTime> known) {
    return known.stream()
        .filter(s -> inTime(s) && !series.at(s).cancelled())
        .findFirst()
        .map(series::at)
        .orElseGet(() -> series.at(known.getFirst()));
  }

  private boolean regular(LocalDateTime start, FeedEvent model) {
    var event = series.at(start);
    return inTime(start)
        && event.standing() == model.standing()
        && event.text().saysAs(model.text());
  }

  private boolean inTime(LocalDateTime start) {
    return series.at(start).takesPlaceAt(recurrence.at(start));
  }

  /** What a rule says that begins and ends with known ones. */
  private static List<LocalDateTime> between(
      List<LocalDateTime> starts, List<LocalDateTime> known) {
    return starts.subList(starts.indexOf(known.getFirst()), starts.indexOf(known.getLast()) + 1);
  }

  private List<Instant> starts(List<LocalDateTime> starts) {
    return starts.stream().map(s -> recurrence.at(s).startsAt()).toList();
  }

  private String rule(int times) {
    return recurrence.rule().ending(new RuleEnd.Count(times)).toString();
  }
}
