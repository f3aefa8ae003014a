package direttore.domain.reservation.recurrence;

import direttore.domain.Refusal;
import direttore.domain.reservation.recurrence.SeriesEdit.Moved;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edits a series by one of its occurrences.
 *
 * @param held every occurrence there is, cancelled ones too, in the order of their starts
 */
public record SeriesEditor(Recurrence series, List<Held> held) {
  public SeriesEditor {
    held = List.copyOf(held);
  }

  /** Moves an occurrence to another time, and the others as far where they are meant too. */
  public SeriesEdit move(LocalDateTime occurrence, EditScope scope, LocalWindow to) {
    var chosen = chosen(occurrence);
    if (scope == EditScope.THIS) {
      var moved = new Moved(occurrence, occurrence, chosen.window(), to);
      return new SeriesEdit(series, null, List.of(moved), List.of(), List.of());
    }
    var shift = Duration.between(occurrence, to.start());
    var from = from(occurrence, scope);
    var begin = from.plus(shift);
    var next =
        new Recurrence(shifted(from, shift), to.startingAt(begin), shifted(except(from), shift));
    if (!next.allStarts().equals(tail(from).stream().map(s -> s.plus(shift)).toList())) {
      throw RecurrenceRule.refusal(
          "repeats on days that cannot all be moved so far; change the rule instead");
    }
    var moved =
        from(from).map(h -> moved(h, shift, next, h.equals(chosen))).filter(m -> changes(m, from));
    return split(from, next, moved.toList(), List.of(), List.of());
  }

  /** Repeats by another rule from an occurrence on, or from the first that has not begun. */
  public SeriesEdit repeat(LocalDateTime occurrence, EditScope scope, RecurrenceRule rule) {
    chosen(occurrence);
    if (scope == EditScope.THIS) {
      throw new Refusal.Invalid("scope", "must be later or all where the rule is changed");
    }
    var from = from(occurrence, scope);
    var rest = scope == EditScope.ALL ? without(rule, head(from).size()) : rule;
    var begin = from;
    while (!rest.mayBegin(begin)) {
      begin = begin.plusDays(1);
    }
    var starts = new HashSet<>(rest.starts(begin));
    var except = except(from).stream().filter(starts::contains).collect(Collectors.toSet());
    var next = new Recurrence(rest, series.at(begin), except);
    var there = from(from).map(Held::occurrence).collect(Collectors.toSet());
    var moved =
        from(from)
            .filter(h -> starts.contains(h.occurrence()))
            .map(h -> new Moved(h.occurrence(), h.occurrence(), h.window(), h.window()))
            .filter(m -> changes(m, from));
    return split(
        from,
        next,
        moved.toList(),
        next.starts().stream().filter(s -> !there.contains(s)).toList(),
        from(from)
            .filter(h -> !h.settled() && !starts.contains(h.occurrence()))
            .map(Held::occurrence)
            .toList());
  }

  /** Calls occurrences off; the series itself stays as it is. */
  public SeriesEdit cancel(LocalDateTime occurrence, EditScope scope) {
    chosen(occurrence);
    var dropped =
        switch (scope) {
          case THIS -> List.of(occurrence);
          case LATER, ALL ->
              from(from(occurrence, scope))
                  .filter(h -> !h.settled())
                  .map(Held::occurrence)
                  .toList();
        };
    return new SeriesEdit(series, null, List.of(), List.of(), dropped);
  }

  private Held chosen(LocalDateTime occurrence) {
    var chosen =
        held.stream()
            .filter(h -> h.occurrence().equals(occurrence))
            .findAny()
            .orElseThrow(() -> new Refusal.NotFound("occurrence", occurrence));
    if (chosen.settled()) {
      throw new Refusal.WrongState("what has begun or was cancelled stays as it is", null);
    }
    return chosen;
  }

  /** The first start that is changed. */
  private LocalDateTime from(LocalDateTime occurrence, EditScope scope) {
    return scope == EditScope.LATER
        ? occurrence
        : held.stream()
            .filter(h -> !h.settled())
            .map(Held::occurrence)
            .findFirst()
            .orElse(occurrence);
  }

  private Stream<Held> from(LocalDateTime from) {
    return held.stream().filter(h -> !h.occurrence().isBefore(from));
  }

  private List<LocalDateTime> head(LocalDateTime from) {
    return series.allStarts().stream().filter(s -> s.isBefore(from)).toList();
  }

  private List<LocalDateTime> tail(LocalDateTime from) {
    return series.allStarts().stream().filter(s -> !s.isBefore(from)).toList();
  }

  private Set<LocalDateTime> except(LocalDateTime from) {
    return series.except().stream().filter(s -> !s.isBefore(from)).collect(Collectors.toSet());
  }

  private static Set<LocalDateTime> shifted(Set<LocalDateTime> times, Duration shift) {
    return times.stream().map(t -> t.plus(shift)).collect(Collectors.toSet());
  }

  private RecurrenceRule shifted(LocalDateTime from, Duration shift) {
    var days = ChronoUnit.DAYS.between(from.toLocalDate(), from.plus(shift).toLocalDate());
    var rule = series.rule().laterBy(days);
    return switch (rule.end()) {
      case RuleEnd.Count _ -> rule.ending(new RuleEnd.Count(tail(from).size()));
      case RuleEnd.Until(var last) -> rule.ending(new RuleEnd.Until(last.plus(shift)));
    };
  }

  /** The same rule after so many occurrences of it. */
  private static RecurrenceRule without(RecurrenceRule rule, int before) {
    if (rule.end() instanceof RuleEnd.Count(var times) && times <= before) {
      throw RecurrenceRule.refusal(
          "COUNT must be more than %d, which have been already".formatted(before));
    }
    return rule.without(before);
  }

  /** One that was moved by itself before, or is settled, stays where it is. */
  private Moved moved(Held was, Duration shift, Recurrence next, boolean chosen) {
    var known = was.occurrence().plus(shift);
    var regular = was.window().equals(series.at(was.occurrence()));
    var to = chosen || (regular && !was.settled()) ? next.at(known) : was.window();
    return new Moved(was.occurrence(), known, was.window(), to);
  }

  private boolean changes(Moved moved, LocalDateTime from) {
    return splits(from) || moved.inTime() || !moved.was().equals(moved.is());
  }

  private boolean splits(LocalDateTime from) {
    return head(from).stream().anyMatch(s -> !series.except().contains(s));
  }

  private SeriesEdit split(
      LocalDateTime from,
      Recurrence next,
      List<Moved> moved,
      List<LocalDateTime> added,
      List<LocalDateTime> dropped) {
    if (!splits(from)) {
      return new SeriesEdit(next, null, moved, added, dropped);
    }
    var before = head(from);
    var except = new ArrayList<>(series.except());
    except.retainAll(before);
    var rest =
        new Recurrence(
            series.rule().ending(new RuleEnd.Count(before.size())),
            series.first(),
            Set.copyOf(except));
    return new SeriesEdit(rest, next, moved, added, dropped);
  }
}
