package direttore.domain.reservation.series;

import direttore.domain.Refusal;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.recurrence.RuleEnd;
import direttore.domain.reservation.series.SeriesPlan.Added;
import direttore.domain.reservation.series.SeriesPlan.Kept;
import direttore.domain.reservation.series.SeriesPlan.Shape;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what an edit means for each date of a series. A date that was moved by hand keeps its time,
 * whatever is done to the series, unless it is the one that the edit is told by; all else that is
 * edited reaches it too. What has begun, is over or was called off stays as it is.
 */
public final class SeriesEditor {
  private final Series series;
  private final List<Reservation> dates;
  private final SeriesEdit edit;
  private final Instant now;
  private final Recurrence old;
  private final Reservation at;

  /**
   * An edit of what there is.
   *
   * @param dates every date of the series, called off ones too
   */
  public SeriesEditor(Series series, List<Reservation> dates, SeriesEdit edit, Instant now) {
    this.series = series;
    this.dates = List.copyOf(dates);
    this.edit = edit;
    this.now = now;
    this.old = series.recurrence();
    this.at = chosen();
  }

  private Reservation chosen() {
    var chosen =
        dates.stream()
            .filter(each -> each.id() == edit.reservation())
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("reservation", edit.reservation()));
    if (!toCome(chosen)) {
      throw new Refusal.WrongState(
          "reservation %d has begun or is over; choose a date that has not".formatted(chosen.id()),
          null);
    }
    return chosen;
  }

  /** Whether a date has not begun. */
  private boolean toCome(Reservation date) {
    return switch (date.phase()) {
      case REQUESTED, OFFERED, BOOKED -> date.window().from().isAfter(now);
      case PREPARING, RUNNING, RETURNING, RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> false;
    };
  }

  private boolean open(Reservation date) {
    return toCome(date) && (date.id() == at.id() || edit.permitted().test(date));
  }

  private static LocalDateTime known(Reservation date) {
    return Objects.requireNonNull(date.series(), "a date of a series").occurrence();
  }

  /** What is to be decided and written. */
  public SeriesPlan plan() {
    var from = from();
    var splits =
        from != null && Stream.concat(rows(), skipped()).anyMatch(start -> start.isBefore(from));
    var first = from == null ? old.first().start() : from;
    return new Parted(first, splits).plan();
  }

  private Stream<LocalDateTime> rows() {
    return dates.stream().map(SeriesEditor::known);
  }

  private Stream<LocalDateTime> skipped() {
    return series.skipped().stream().map(Series.Skipped::occurrence);
  }

  /** The first start that is edited; null for all of them. */
  private @Nullable LocalDateTime from() {
    if (edit.scope() == EditScope.LATER) {
      return known(at);
    }
    if (!edit.shapes()) {
      return null;
    }
    var open = dates.stream().filter(this::open).map(SeriesEditor::known);
    var missing = skipped().filter(start -> old.at(start).startsAt().isAfter(now));
    return Stream.concat(open, missing)
        .min(LocalDateTime::compareTo)
        .orElseThrow(() -> new IllegalStateException("the chosen one is open"));
  }

  /** The series from a start on. */
  private final class Parted {
    private final LocalDateTime from;
    private final boolean splits;
    private final Duration shift;
    private final LocalWindow first;
    private final Recurrence tail;
    private final Set<LocalDateTime> starts;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Reservation> dropped = new ArrayList<>();
    private final List<Reservation> left = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();
    private final List<Series.Skipped> skipped = new ArrayList<>();

    Parted(LocalDateTime from, boolean splits) {
      this.from = from;
      this.splits = splits;
      var times = edit.change().times();
      this.shift = times == null ? Duration.ZERO : Duration.between(known(at), times.startLocal());
      var begin = from.plus(shift);
      this.first =
          times == null
              ? new LocalWindow(begin, begin.plus(old.first().length()), old.zone())
              : new LocalWindow(
                  begin,
                  begin.plus(Duration.between(times.startLocal(), times.endLocal())),
                  times.zone());
      this.tail = tail();
      this.starts = new TreeSet<>(tail.starts());
    }

    SeriesPlan plan() {
      dates.stream().filter(each -> !known(each).isBefore(from)).forEach(this::place);
      var there = kept.stream().map(Kept::occurrence).collect(Collectors.toSet());
      starts.stream().filter(start -> !there.contains(start)).forEach(this::add);
      return new SeriesPlan(head(), new Shape(tail, skipped), kept, dropped, left, added);
    }

    private void place(Reservation date) {
      var key = known(date).plus(shift);
      if (starts.contains(key) || (!splits && !edit.shapes())) {
        kept.add(kept(date, key));
      } else if (open(date)) {
        dropped.add(date);
      } else {
        left.add(date);
      }
    }

    private Kept kept(Reservation date, LocalDateTime key) {
      if (!open(date)) {
        var nothing = ReservationChange.NOTHING;
        return new Kept(date, key, nothing, nothing, false, null);
      }
      var changes = new DateChange(at, edit.change());
      var beside = changes.beside(date);
      if (date.id() == at.id()) {
        return new Kept(date, key, edit.change(), beside, true, null);
      }
      if (edit.change().times() == null || !regular(date)) {
        return new Kept(date, key, changes.of(date, null), beside, true, null);
      }
      var window = tail.at(key);
      if (window.isSkipped()) {
        return new Kept(date, key, beside, beside, true, Series.Skipped.CLOCK);
      }
      var times = Times.local(window.start(), window.end(), window.zone());
      return new Kept(date, key, changes.of(date, times), beside, true, null);
    }

    /** Whether it takes place when its rule says. */
    private boolean regular(Reservation date) {
      var window = old.at(known(date));
      return !window.isSkipped()
          && date.window().from().equals(window.startsAt())
          && date.window().to().equals(window.endsAt());
    }

    private void add(LocalDateTime start) {
      var before = start.minus(shift);
      var was = series.skipped().stream().filter(s -> s.occurrence().equals(before)).findFirst();
      if (was.isEmpty() && old.starts().contains(before)) {
        // It was never there, or is not any more.
        return;
      }
      var window = tail.at(start);
      if (window.isSkipped()) {
        skipped.add(Series.Skipped.byClock(start));
      } else if (was.isPresent() && (!edit.decides() || !at.guests().isEmpty() || past(window))) {
        skipped.add(new Series.Skipped(start, was.get().why(), was.get().code()));
      } else if (at.guests().isEmpty()) {
        added.add(new Added(start, window, was.isPresent()));
      } else {
        throw new Refusal.WrongState(
            "the dates of this series bring guests, which are ordered when it is booked:"
                + " no date can be added",
            "recurrence");
      }
    }

    private boolean past(LocalWindow window) {
      return !window.startsAt().isAfter(now);
    }

    private @Nullable Shape head() {
      if (!splits) {
        return null;
      }
      var before = old.allStarts().stream().filter(start -> start.isBefore(from)).toList();
      var except = old.except().stream().filter(start -> start.isBefore(from));
      var rule = old.rule().ending(new RuleEnd.Count(before.size()));
      return new Shape(
          new Recurrence(rule, old.first(), except.collect(Collectors.toSet())),
          skippedIf(start -> start.isBefore(from)));
    }

    private List<Series.Skipped> skippedIf(Predicate<LocalDateTime> which) {
      return series.skipped().stream().filter(each -> which.test(each.occurrence())).toList();
    }

    private Recurrence tail() {
      var rest = old.allStarts().stream().filter(start -> !start.isBefore(from)).toList();
      var rule = edit.rule() == null ? shifted(rest.size()) : given(edit.rule());
      var shifted = rest.stream().map(start -> start.plus(shift)).toList();
      var all = new Recurrence(rule, first, Set.of()).allStarts();
      if (edit.rule() == null && !all.equals(shifted)) {
        throw new Refusal.Invalid(
            "rule", "repeats on days that cannot all be moved so far; change the rule too");
      }
      return new Recurrence(rule, first, except(new HashSet<>(all)));
    }

    private Set<LocalDateTime> except(Set<LocalDateTime> all) {
      var given = edit.exceptions();
      if (given != null) {
        return given;
      }
      var except = new TreeSet<LocalDateTime>();
      for (var start : old.except()) {
        if (!start.isBefore(from) && all.contains(start.plus(shift))) {
          except.add(start.plus(shift));
        }
      }
      return except;
    }

    private RecurrenceRule shifted(int times) {
      var begin = from.plus(shift);
      var rule =
          old.rule().laterBy(ChronoUnit.DAYS.between(from.toLocalDate(), begin.toLocalDate()));
      return switch (rule.end()) {
        case RuleEnd.Count _ -> rule.ending(new RuleEnd.Count(times));
        case RuleEnd.Until(var last) -> rule.ending(new RuleEnd.Until(last.plus(shift)));
      };
    }

    private RecurrenceRule given(RecurrenceRule rule) {
      if (edit.scope() == EditScope.LATER || !splits) {
        return rule;
      }
      var before = (int) old.allStarts().stream().filter(s -> s.isBefore(from)).count();
      if (rule.end() instanceof RuleEnd.Count(var times) && times <= before) {
        throw new Refusal.Invalid(
            "rule", "COUNT must be more than %d, which have begun".formatted(before));
      }
      return rule.without(before);
    }
  }
}
