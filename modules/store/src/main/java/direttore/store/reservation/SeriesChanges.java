package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.series.SeriesEdit;
import direttore.domain.reservation.series.SeriesEdited;
import direttore.domain.reservation.series.SeriesEditor;
import direttore.domain.reservation.series.SeriesEdits;
import direttore.domain.reservation.series.SeriesPlan;
import direttore.domain.reservation.series.SeriesPlan.Added;
import direttore.domain.reservation.series.SeriesPlan.Shape;
import direttore.store.reservation.Bookings.Taken;
import direttore.store.reservation.Decisions.Decided;
import direttore.store.reservation.SeriesDraft.Became;
import direttore.store.reservation.SeriesDraft.Outcome;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes series as a whole: reads what there is under its locks, says what is to become of each
 * date, decides that at once and writes it.
 */
final class SeriesChanges implements SeriesEdits {
  private final Durable durable;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final Consequences consequences;
  private final Bookings bookings;
  private final Supplier<UUID> ids;
  private final Function<Actor, SeriesEdits> ruled;

  SeriesChanges(
      Durable durable,
      Decisions decisions,
      Conflicts conflicts,
      Consequences consequences,
      Bookings bookings,
      Supplier<UUID> ids,
      Function<Actor, SeriesEdits> ruled) {
    this.durable = durable;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.consequences = consequences;
    this.bookings = bookings;
    this.ids = ids;
    this.ruled = ruled;
  }

  @Override
  public SeriesEdits ruled(Actor actor) {
    return ruled.apply(actor);
  }

  @Override
  public Series series(long id) {
    return SeriesRows.find(durable.execute(), id);
  }

  @Override
  public List<Reservation> dates(long series) {
    return SeriesRows.ofSeries(durable.execute(), series, "");
  }

  @Override
  public SeriesEdited check(SeriesEdit edit) {
    var execute = durable.execute();
    var series = SeriesRows.find(execute, seriesOf(execute, edit.reservation()));
    var dates = SeriesRows.ofSeries(execute, series.id(), "");
    var draft = drafted(execute, series, dates, edit, Asks::look);
    var outcome = draft.outcome(decided(execute, draft, null), conflicts);
    var at =
        outcome.kept().stream()
            .map(Became::after)
            .filter(each -> each.id() == edit.reservation())
            .findFirst()
            .orElseGet(() -> one(execute, edit.reservation()));
    return new SeriesEdited(series, at, report(draft, outcome, List.of()));
  }

  @Override
  public SeriesEdited edit(SeriesEdit edit) {
    try {
      return durable.of(execute -> edited(execute, edit));
    } catch (Taken e) {
      throw conflicts.refusal(e.decided(), wish(edit), AskedAgain.SAME);
    }
  }

  private SeriesWish wish(SeriesEdit edit) {
    var execute = durable.execute();
    var series = SeriesRows.find(execute, seriesOf(execute, edit.reservation()));
    var dates = SeriesRows.ofSeries(execute, series.id(), "");
    return SeriesEditWish.of(
        Changes.plan(
            execute, one(execute, edit.reservation()), edit.change(), durable.now(), Asks::look),
        drafted(execute, series, dates, edit, Asks::look).deciding(),
        dates.stream().map(Reservation::id).toList(),
        times -> foreseen(series, dates, edit.at(times)));
  }

  /** What each date would have of a series that is changed; empty where any is refused. */
  private Optional<List<Slot.Choice>> foreseen(
      Series series, List<Reservation> dates, SeriesEdit edit) {
    var execute = durable.execute();
    try {
      var draft = drafted(execute, series, dates, edit, Asks::look);
      var decided = decided(execute, draft, null);
      draft.require(NewSeries.Mode.ALL, decided);
      return Optional.of(Plan.common(decided.stream().map(Decided::result).toList()));
    } catch (Refusal | Taken _) {
      return Optional.empty();
    }
  }

  private SeriesEdited edited(DbExecute execute, SeriesEdit edit) {
    var series = SeriesRows.locked(execute, seriesOf(execute, edit.reservation()));
    var dates = locked(execute, series.id());
    dates.stream()
        .filter(each -> each.id() == edit.reservation())
        .forEach(each -> Changes.requireVersion(execute, each, edit.version()));
    requireVersion(series, edit.seriesVersion());
    var draft = drafted(execute, series, dates, edit, Asks::of);
    var by = new Submitter(Actor.stranger(edit.by()), null, List.of());
    var decided = decided(execute, draft, by);
    draft.require(edit.mode(), decided);
    return written(execute, series, draft, decided, by, edit.reservation());
  }

  private SeriesEdited written(
      DbExecute execute,
      Series series,
      SeriesDraft draft,
      List<Decided> decided,
      Submitter by,
      long at) {
    var outcome = draft.outcome(decided, conflicts);
    var written =
        new SeriesWriting(execute, consequences, bookings, durable.now(), by)
            .write(series, draft.plan(), outcome, ids.get().toString());
    return new SeriesEdited(
        written.series(), one(execute, at), report(draft, outcome, written.booked()));
  }

  private static List<SeriesEdited.Dated> report(
      SeriesDraft draft, Outcome outcome, List<@Nullable Reservation> booked) {
    return new SeriesReport()
        .kept(outcome.kept())
        .fresh(outcome.fresh(), booked)
        .dropped(draft.plan().dropped())
        .dates();
  }

  private static Reservation one(DbExecute execute, long id) {
    return ReservationRows.of(execute, List.of(id), false).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  @Override
  public SeriesEdited retrySkipped(
      long id, @Nullable Integer version, Consumer<Reservation> permitted, Submitter by) {
    return durable.of(execute -> {
      var series = SeriesRows.locked(execute, id);
      requireVersion(series, version);
      var model = model(SeriesRows.ofSeries(execute, id, ""), id);
      permitted.accept(model);
      var plan = again(series, model);
      var draft = new SeriesDraft(execute, plan, again(model), durable.now(), Asks::of);
      if (plan.added().isEmpty()) {
        return new SeriesEdited(series, model, List.of());
      }
      return written(execute, series, draft, decided(execute, draft, by), by, model.id());
    });
  }

  /** As what dates are booked that were skipped: the latest that is to take place. */
  private static Reservation model(List<Reservation> dates, long series) {
    return dates.stream()
        .filter(each -> each.phase() != Phase.CALLED_OFF)
        .reduce((one, other) -> other)
        .orElseThrow(() ->
            new Refusal.WrongState("no date of series %d takes place".formatted(series), null));
  }

  private SeriesPlan again(Series series, Reservation model) {
    var recurrence = series.recurrence();
    var starts = recurrence.starts();
    var added = new ArrayList<Added>();
    var rest = new ArrayList<Series.Skipped>();
    for (var skipped : series.skipped()) {
      var window = recurrence.at(skipped.occurrence());
      if (starts.contains(skipped.occurrence())
          && !window.isSkipped()
          && window.startsAt().isAfter(durable.now())
          && model.guests().isEmpty()) {
        added.add(new Added(skipped.occurrence(), window, true));
      } else {
        rest.add(skipped);
      }
    }
    return new SeriesPlan(
        null, new Shape(recurrence, rest), List.of(), List.of(), List.of(), added);
  }

  /** Every date, in the order in which others lock them too. */
  private static List<Reservation> locked(DbExecute execute, long series) {
    var ids = SeriesRows.ofSeries(execute, series, "").stream().map(Reservation::id).toList();
    return ReservationRows.of(execute, ids, true).stream()
        .filter(each -> each.series() != null && each.series().id() == series)
        .toList();
  }

  private static long seriesOf(DbExecute execute, long reservation) {
    var series = one(execute, reservation).series();
    if (series == null) {
      throw new Refusal.Invalid("scope", "must be this: the reservation does not repeat");
    }
    return series.id();
  }

  private static void requireVersion(Series there, @Nullable Integer version) {
    if (version != null && version != there.version()) {
      throw new Refusal.Stale(
          "series %d was changed since; read it again".formatted(there.id()), there.version());
    }
  }

  private SeriesDraft drafted(
      DbExecute execute,
      Series series,
      List<Reservation> dates,
      SeriesEdit edit,
      Asks.Asking asking) {
    var now = durable.now();
    var plan = new SeriesEditor(series, dates, edit, now).plan();
    var at = dates.stream().filter(each -> each.id() == edit.reservation()).findFirst();
    var model = again(Changing.changed(at.orElseThrow(), edit.change(), now));
    var claims = edit.change().claims();
    var wanted = claims == null ? model : model.claiming(claims);
    return new SeriesDraft(execute, plan, wanted, now, asking);
  }

  /**
   * What becomes of its dates.
   *
   * @param by who changes them, or null for a look
   */
  private List<Decided> decided(DbExecute execute, SeriesDraft draft, @Nullable Submitter by) {
    var plans = draft.deciding();
    var leaving = draft.plan().dropped().stream().map(Reservation::id).toList();
    if (by != null) {
      plans.stream()
          .map(Plan::before)
          .filter(Objects::nonNull)
          .forEach(before -> Replacements.callOff(execute, before, durable.now(), by.name()));
    }
    var decided =
        plans.isEmpty() ? List.<Decided>of() : decisions.each(execute, plans, leaving, by != null);
    decided.forEach(Replacements::requireAlone);
    return decided;
  }

  /** The same once more, at other times. */
  private static NewReservation again(Reservation like) {
    return new NewReservation(
        like.kind(),
        like.details(),
        like.times(),
        like.margins(),
        Phase.BOOKED,
        like.atStart(),
        like.atEnd(),
        like.requests(),
        like.guests());
  }
}
