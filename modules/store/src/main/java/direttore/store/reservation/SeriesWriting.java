package direttore.store.reservation;

import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.series.SeriesPlan;
import direttore.domain.reservation.series.SeriesPlan.Shape;
import direttore.store.reservation.SeriesDraft.Became;
import direttore.store.reservation.SeriesDraft.Fresh;
import direttore.store.reservation.SeriesDraft.Outcome;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what became of a series, in the transaction that decided it. */
final class SeriesWriting {
  private static final String CHANGED = "its series was changed, and has this date no more";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final DbExecute execute;
  private final Consequences consequences;
  private final Bookings bookings;
  private final Instant now;
  private final Submitter by;

  SeriesWriting(
      DbExecute execute, Consequences consequences, Bookings bookings, Instant now, Submitter by) {
    this.execute = execute;
    this.consequences = consequences;
    this.bookings = bookings;
    this.now = now;
    this.by = by;
  }

  /**
   * What was written.
   *
   * @param series what the dates are of now
   * @param booked what was booked, in the order of the fresh ones; null for those that were not
   */
  record Written(Series series, List<@Nullable Reservation> booked) {}

  /**
   * Writes all.
   *
   * @param uid the name in calendars of what becomes a series of its own
   */
  Written write(Series series, SeriesPlan plan, Outcome outcome, String uid) {
    // Dates change places, so that two may be known by one start until all are written.
    execute.dml("SET CONSTRAINTS reservation_occurrence DEFERRED");
    var current = series(series, plan, outcome, uid);
    plan.dropped().forEach(each -> drop(each, series, plan.head() != null));
    if (plan.head() == null) {
      plan.left().forEach(each -> ReservationWrites.place(execute, alone(each, series)));
    }
    keep(outcome, current);
    return new Written(current, booked(outcome, current));
  }

  private Series series(Series series, SeriesPlan plan, Outcome outcome, String uid) {
    var skipped = new ArrayList<>(plan.shape().skipped());
    outcome.fresh().stream()
        .filter(each -> each.refused() != null)
        .map(each -> new Series.Skipped(each.added().occurrence(), each.refused(), each.code()))
        .forEach(skipped::add);
    skipped.sort(Comparator.comparing(Series.Skipped::occurrence));
    var shape = new Shape(plan.shape().recurrence(), skipped);
    if (plan.head() == null) {
      return SeriesRows.update(execute, shaped(series, shape, series.uid(), series.follows()));
    }
    SeriesRows.update(execute, shaped(series, plan.head(), series.uid(), series.follows()));
    var follows = new Series.Origin(series.id(), series.uid());
    return SeriesRows.insert(execute, shaped(series, shape, uid, follows), by, null, now);
  }

  private static Series shaped(
      Series before, Shape shape, String uid, Series.@Nullable Origin follows) {
    var recurrence = shape.recurrence();
    var first = recurrence.first();
    return new Series(
        before.id(),
        uid,
        recurrence.rule().toString(),
        first.zone(),
        first.start(),
        first.end(),
        List.copyOf(recurrence.except()),
        before.mode(),
        shape.skipped(),
        before.version(),
        follows);
  }

  /** It is not of the series any more; where that was split, it stays with what is before. */
  private void drop(Reservation before, Series series, boolean split) {
    var ended = Endings.calledOff(before, now, CHANGED);
    replace(before, split ? ended : alone(ended, series));
  }

  private static Reservation alone(Reservation date, Series series) {
    var of = date.series();
    return of == null ? date : date.in(null, series.uid() + "-" + STAMP.format(of.occurrence()));
  }

  private void keep(Outcome outcome, Series series) {
    // Each may go where another was.
    outcome.kept().stream()
        .filter(Became::decided)
        .forEach(each -> ReservationWrites.letGo(execute, each.before().id()));
    outcome.kept().forEach(each -> keep(each, series));
  }

  private void keep(Became each, Series series) {
    var after = each.after().in(in(series, each.kept().occurrence()), series.uid());
    if (!each.changed()) {
      place(each.before(), after);
      return;
    }
    Replacements.callOff(execute, each.before(), now, by.name());
    ReservationWrites.update(execute, after, by.name());
    if (each.decided()) {
      ReservationWrites.claims(execute, after);
    }
    if (after.phase() == Phase.REQUESTED) {
      ApprovalRows.sooner(execute, after.id(), after.window().from());
    }
    consequences.changed(execute, each.before(), after);
  }

  private void place(Reservation before, Reservation after) {
    var was = before.series();
    var is = after.series();
    if (was == null
        || is == null
        || was.id() != is.id()
        || !was.occurrence().equals(is.occurrence())) {
      ReservationWrites.place(execute, after);
    }
  }

  private void replace(Reservation before, Reservation after) {
    Replacements.callOff(execute, before, now, by.name());
    ReservationWrites.letGo(execute, after.id());
    ReservationWrites.update(execute, after, by.name());
    ReservationWrites.claims(execute, after);
    consequences.changed(execute, before, after);
  }

  private List<@Nullable Reservation> booked(Outcome outcome, Series series) {
    var all = new ArrayList<@Nullable Reservation>();
    for (var each : outcome.fresh()) {
      all.add(each.refused() == null ? book(each, series) : null);
    }
    return all;
  }

  private Reservation book(Fresh each, Series series) {
    var of = in(series, each.added().occurrence());
    var decided = each.decided();
    return bookings.insert(execute, decided, decided.result().in(of, series.uid()), by, null);
  }

  private static Reservation.InSeries in(Series series, LocalDateTime occurrence) {
    return new Reservation.InSeries(series.id(), series.rule(), occurrence, series.version());
  }
}
