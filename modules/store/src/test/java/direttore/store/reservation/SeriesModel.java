package direttore.store.reservation;

import static direttore.store.reservation.Quarters.claim;
import static direttore.store.reservation.Quarters.free;
import static direttore.store.reservation.Quarters.key;
import static direttore.store.reservation.Quarters.quarter;
import static direttore.store.reservation.Quarters.times;
import static direttore.store.reservation.Quarters.wish;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;

import direttore.domain.Refusal;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import direttore.store.reservation.Quarters.Date;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is booked of one node of 16 cores, by quarters of an hour, and what of it repeats daily. It
 * counts, and knows nothing of how the program decides.
 */
final class SeriesModel {
  static final int DAY = 96;

  private final ReservationLab lab;
  private final Map<Long, Date> dates = new TreeMap<>();
  private final List<Repeated> repeated = new ArrayList<>();

  /** A series by the starts that its rule gives: what of them is there, called off or skipped. */
  private static final class Repeated {
    private final long id;
    private final int cores;
    private int length;
    private final TreeMap<Integer, Long> rows = new TreeMap<>();
    private final TreeSet<Integer> skipped = new TreeSet<>();
    private final TreeSet<Integer> starts = new TreeSet<>();

    Repeated(long id, int cores, int length) {
      this.id = id;
      this.cores = cores;
      this.length = length;
    }

    int keyOf(long date) {
      return rows.entrySet().stream()
          .filter(e -> e.getValue() == date)
          .findFirst()
          .orElseThrow()
          .getKey();
    }
  }

  SeriesModel(ReservationLab lab) {
    this.lab = lab;
  }

  private Set<Date> others(Set<Long> besides) {
    var others = new HashSet<Date>();
    dates.values().stream().filter(d -> !besides.contains(d.id())).forEach(others::add);
    return others;
  }

  /** Does it, which must be refused where it is not expected. */
  private static <T> Optional<String> tried(boolean expected, Supplier<T> act, Consumer<T> then) {
    try {
      var result = act.get();
      if (!expected) {
        return Optional.of("did what is not free");
      }
      then.accept(result);
      return Optional.empty();
    } catch (Refusal.ReservationConflict e) {
      return expected ? Optional.of("refused what is free") : Optional.empty();
    }
  }

  Optional<String> book(int start, int length, int cores) {
    var wish = new Date(0, start, length, cores);
    return tried(
        free(wish, others(Set.of())),
        () -> lab.reservations.book(wanted(wish(wish), claim(cores)), by(null)),
        booked -> put(booked, cores));
  }

  private void put(Reservation booked, int cores) {
    var window = booked.window();
    var length = quarter(window.to()) - quarter(window.from());
    dates.put(booked.id(), new Date(booked.id(), quarter(window.from()), length, cores));
  }

  Optional<String> series(int start, int length, int cores, int count, boolean skip) {
    var starts = IntStream.range(0, count).map(i -> start + i * DAY).boxed().toList();
    var free =
        starts.stream().filter(s -> free(new Date(0, s, length, cores), others(Set.of()))).toList();
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=" + count,
            List.of(),
            skip ? NewSeries.Mode.SKIP : NewSeries.Mode.ALL,
            starts.stream()
                .map(s -> new Occurrence(times(s, length).startLocal(), times(s, length)))
                .toList(),
            null);
    return tried(
        skip ? !free.isEmpty() : free.size() == count,
        () ->
            lab.reservations.bookSeries(
                wanted(times(start, length).window(), claim(cores)), series, by(null)),
        booked -> {
          var now = new Repeated(booked.series().id(), cores, length);
          now.starts.addAll(starts);
          now.skipped.addAll(starts);
          booked
              .booked()
              .forEach(date -> {
                put(date, cores);
                now.rows.put(requireNonNull(dates.get(date.id())).start(), date.id());
                now.skipped.remove(requireNonNull(dates.get(date.id())).start());
              });
          repeated.add(now);
        });
  }

  private @Nullable Date chosen(int which) {
    return dates.isEmpty() ? null : List.copyOf(dates.values()).get(which % dates.size());
  }

  private Optional<Repeated> of(Date date) {
    return repeated.stream().filter(r -> r.rows.containsValue(date.id())).findFirst();
  }

  Optional<String> move(int which, int start, int length) {
    var date = chosen(which);
    if (date == null) {
      return Optional.empty();
    }
    var change = ReservationChange.NOTHING.withTimes(times(start, length));
    return tried(
        free(date.at(start, length), others(Set.of(date.id()))),
        () -> lab.reservations.change(date.id(), change, null),
        moved -> put(moved, date.cores()));
  }

  Optional<String> cancel(int which) {
    var date = chosen(which);
    if (date != null) {
      lab.reservations.cancel(date.id(), null, null);
      dates.remove(date.id());
    }
    return Optional.empty();
  }

  Optional<String> retry(int which) {
    var series = repeated.isEmpty() ? null : repeated.get(which % repeated.size());
    if (series == null || series.rows.values().stream().noneMatch(dates::containsKey)) {
      return Optional.empty();
    }
    lab.reservations.edits().retrySkipped(series.id, null, date -> {}, by(null));
    again(series, series.skipped);
    return Optional.empty();
  }

  /** Books what of some starts is free; the rest is skipped. */
  private void again(Repeated series, Set<Integer> starts) {
    for (var start : List.copyOf(starts)) {
      if (free(new Date(0, start, series.length, series.cores), others(Set.of()))) {
        var there =
            lab.reservations.edits().dates(series.id).stream()
                .filter(d -> d.series() != null && key(d.series().occurrence()) == start)
                .findFirst();
        if (there.isEmpty()) {
          throw new IllegalStateException("nothing was booked at " + start);
        }
        series.skipped.remove(start);
        put(there.get(), series.cores);
        series.rows.put(start, there.get().id());
      } else {
        series.skipped.add(start);
      }
    }
  }

  Optional<String> edit(int which, boolean later, int shift, int length, boolean skip) {
    var date = chosen(which);
    var series = date == null ? null : of(date).orElse(null);
    if (date == null || series == null) {
      return Optional.empty();
    }
    var key = series.keyOf(date.id());
    var from = later ? key : first(series);
    if (from + shift < 0) {
      return Optional.empty();
    }
    // What was moved by hand keeps its time.
    var to = new TreeMap<Long, Date>();
    series
        .rows
        .tailMap(from)
        .forEach((start, id) -> {
          var there = dates.get(id);
          if (there != null
              && (id == date.id() || (there.start() == start && there.length() == series.length))) {
            to.put(id, there.at((id == date.id() ? key : start) + shift, length));
          }
        });
    to.values().removeIf(d -> d.equals(dates.get(d.id())));
    var staying = staying(to);
    var tried = !series.skipped.tailSet(from).isEmpty();
    var all = !to.isEmpty() && staying.size() == to.size() && !tried;
    return tried(
        skip ? !all : staying.isEmpty(),
        () ->
            lab.reservations
                .edits()
                .edit(
                    edit(
                        date,
                        later,
                        ReservationChange.NOTHING.withTimes(times(key + shift, length)),
                        null,
                        skip))
                .series(),
        now -> {
          to.values().stream()
              .filter(d -> !staying.contains(d.id()))
              .forEach(d -> dates.put(d.id(), d));
          var tail = split(series, now, from, shift, length);
          again(tail, tail.skipped);
        });
  }

  private int first(Repeated series) {
    var starts = new TreeSet<>(series.skipped);
    series.rows.forEach((start, id) -> {
      if (dates.containsKey(id)) {
        starts.add(start);
      }
    });
    return starts.first();
  }

  /** Those that cannot go where they should: nor can what would go where these stay. */
  private Set<Long> staying(Map<Long, Date> to) {
    var staying = new HashSet<Long>();
    while (true) {
      var before = staying.size();
      var moving = new HashSet<>(to.keySet());
      moving.removeAll(staying);
      var others = others(moving);
      to.values().stream()
          .filter(d -> moving.contains(d.id()) && !free(d, others))
          .forEach(d -> staying.add(d.id()));
      if (staying.size() == before) {
        return staying;
      }
    }
  }

  /** The series from a start on, as the one that it is now. */
  private Repeated split(Repeated series, Series now, int from, int shift, int length) {
    var tail = new Repeated(now.id(), series.cores, length);
    series.rows.tailMap(from).forEach((start, id) -> tail.rows.put(start + shift, id));
    series.skipped.tailSet(from).forEach(start -> tail.skipped.add(start + shift));
    series.starts.tailSet(from).forEach(start -> tail.starts.add(start + shift));
    repeated.remove(series);
    if (now.id() != series.id) {
      var head = new Repeated(series.id, series.cores, series.length);
      head.rows.putAll(series.rows.headMap(from));
      head.skipped.addAll(series.skipped.headSet(from));
      head.starts.addAll(series.starts.headSet(from));
      repeated.add(head);
    }
    repeated.add(tail);
    return tail;
  }

  Optional<String> repeat(int which, boolean later, int count, boolean skip) {
    var date = chosen(which);
    var series = date == null ? null : of(date).orElse(null);
    if (date == null || series == null) {
      return Optional.empty();
    }
    var from = later ? series.keyOf(date.id()) : first(series);
    var splits = !series.rows.headMap(from).isEmpty() || !series.skipped.headSet(from).isEmpty();
    var times = later || !splits ? count : count - series.starts.headSet(from).size();
    if (times < 1) {
      return Optional.empty();
    }
    var starts = new TreeSet<>(IntStream.range(0, times).map(i -> from + i * DAY).boxed().toList());
    var dropped = new HashSet<Long>();
    series
        .rows
        .tailMap(from)
        .forEach((start, id) -> {
          if (!starts.contains(start) && dates.containsKey(id)) {
            dropped.add(id);
          }
        });
    var added = new TreeSet<>(starts);
    added.removeAll(series.starts);
    var tried = series.skipped.tailSet(from).stream().anyMatch(starts::contains);
    var free =
        added.stream()
            .filter(s -> free(new Date(0, s, series.length, series.cores), others(dropped)))
            .toList();
    var none = !added.isEmpty() && free.isEmpty() && !tried && dropped.isEmpty();
    return tried(
        skip ? !none : free.size() == added.size(),
        () ->
            lab.reservations
                .edits()
                .edit(
                    edit(date, later, ReservationChange.NOTHING, "FREQ=DAILY;COUNT=" + count, skip))
                .series(),
        now -> {
          dropped.forEach(dates::remove);
          var tail = split(series, now, from, 0, series.length);
          tail.rows.keySet().retainAll(starts);
          tail.skipped.retainAll(starts);
          tail.starts.clear();
          tail.starts.addAll(starts);
          tail.skipped.addAll(added);
          again(tail, tail.skipped);
        });
  }

  private static SeriesEdit edit(
      Date date, boolean later, ReservationChange change, @Nullable String rule, boolean skip) {
    return new SeriesEdit(
        date.id(),
        later ? EditScope.LATER : EditScope.ALL,
        change,
        rule == null ? null : RecurrenceRule.parse(rule, ROME),
        null,
        skip ? NewSeries.Mode.SKIP : NewSeries.Mode.ALL,
        null,
        null,
        each -> true,
        "ana");
  }

  /** What is otherwise than in the grid. */
  Optional<String> differs() {
    for (var date : dates.values()) {
      var window = lab.reservations.find(date.id()).window();
      if (!window.equals(wish(date))) {
        return Optional.of("%d is at %s and not at %s".formatted(date.id(), window, wish(date)));
      }
    }
    var open = lab.count("SELECT count(*) AS n FROM reservation WHERE phase = 'booked'");
    if (open != dates.size()) {
      return Optional.of("%d take place and not %d".formatted(open, dates.size()));
    }
    for (var series : repeated) {
      var skipped =
          new TreeSet<>(
              lab.reservations.series(series.id).skipped().stream()
                  .map(each -> key(each.occurrence()))
                  .toList());
      if (!skipped.equals(series.skipped)) {
        return Optional.of(
            "series %d skips %s and not %s".formatted(series.id, skipped, series.skipped));
      }
    }
    return Optional.empty();
  }
}
