package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Anchors;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.LatestEnd;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.series.SeriesEdits;
import direttore.store.Database;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reservations in PostgreSQL. */
public final class PgReservations implements Reservations {
  private final Durable durable;
  private final Conflicts conflicts;
  private final Bookings bookings;
  private final Changes changes;
  private final SeriesChanges seriesChanges;
  private final ClockChanges clockChanges;
  private final Function<Actor, PgReservations> ruled;
  private final Function<AskedAgain, PgReservations> again;

  public PgReservations(
      Database database, Safe safe, Clock clock, Supplier<UUID> ids, Consequences consequences) {
    this(DecisionParts.of(database, safe, clock, ids, consequences), null, AskedAgain.SAME);
  }

  private PgReservations(DecisionParts parts, @Nullable Actor by, AskedAgain asked) {
    this.durable = parts.durable();
    var consequences = parts.consequences();
    var decisions = parts.decisions(by);
    this.conflicts = parts.conflicts(decisions);
    this.bookings = parts.bookings(decisions, asked);
    this.changes = parts.changes(decisions, by);
    this.clockChanges = new ClockChanges(durable, decisions, conflicts, consequences);
    this.ruled = actor -> new PgReservations(parts, actor, asked);
    this.again = other -> new PgReservations(parts, by, other);
    this.seriesChanges =
        new SeriesChanges(
            durable,
            decisions,
            conflicts,
            consequences,
            bookings,
            parts.ids(),
            actor -> ruled.apply(actor).edits());
  }

  private PgReservations(PgReservations of, Changes changes) {
    this.durable = of.durable;
    this.conflicts = of.conflicts;
    this.bookings = of.bookings;
    this.seriesChanges = of.seriesChanges;
    this.clockChanges = of.clockChanges;
    this.ruled = of.ruled;
    this.again = of.again;
    this.changes = changes;
  }

  @Override
  public Reservations by(String name) {
    return new PgReservations(this, changes.by(name));
  }

  @Override
  public Reservations ruled(Actor actor) {
    return ruled.apply(actor);
  }

  @Override
  public Reservations askedAgain(AskedAgain other) {
    return again.apply(other);
  }

  /** Where series are changed as a whole. */
  public SeriesEdits edits() {
    return seriesChanges;
  }

  /** What moves reservations when the rules of their zones have changed. */
  public Anchors anchors() {
    return clockChanges;
  }

  @Override
  public Reservation book(NewReservation wanted, Submitter by) {
    return bookings.book(wanted, by);
  }

  @Override
  public List<Slot.Choice> check(NewReservation wanted) {
    return bookings.check(wanted);
  }

  @Override
  public SeriesBooked bookSeries(NewReservation template, NewSeries series, Submitter by) {
    return bookings.bookSeries(template, series, by);
  }

  @Override
  public List<SeriesBooked.Left> checkSeries(NewReservation template, NewSeries series) {
    return bookings.checkSeries(template, series);
  }

  @Override
  public Reservation find(long id) {
    return ReservationRows.of(durable.execute(), List.of(id), false).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  @Override
  public Optional<Reservation> earlier(Submitter by) {
    return bookings.earlier(by);
  }

  @Override
  public ReservationPage page(ReservationFilter filter) {
    return new ReservationPages(filter).page(durable.execute());
  }

  @Override
  public List<Reservation> ofSeries(long series) {
    return SeriesRows.ofSeries(
        durable.execute(),
        series,
        "AND v.phase IN ('requested', 'offered', 'booked', 'preparing', 'running', 'returning')");
  }

  @Override
  public Series series(long id) {
    return SeriesRows.find(durable.execute(), id);
  }

  @Override
  public Reservation change(long id, ReservationChange change, @Nullable Integer version) {
    return changes.change(id, change, version);
  }

  @Override
  public Reservation check(long id, ReservationChange change) {
    return changes.check(id, change);
  }

  @Override
  public Reservation cancel(
      long id, Collection<Long> others, @Nullable Integer version, @Nullable String reason) {
    return changes.ended(
        id, others, version, before -> Endings.calledOff(before, durable.now(), reason));
  }

  @Override
  public Reservation giveBack(long id, @Nullable Integer version) {
    return changes.ended(
        id, List.of(), version, before -> Endings.givenBack(before, durable.now()));
  }

  @Override
  public Reservation checkIn(long id, @Nullable Integer version) {
    return changes.checkedIn(id, version);
  }

  @Override
  public LatestEnd extendableUntil(long id, Instant most) {
    var there = find(id);
    var end = there.window().to();
    if (!most.isAfter(end)) {
      return new LatestEnd(end, List.of());
    }
    var after = there.margins().grace().plus(there.margins().tidy());
    var beyond = new Window(there.holds().to(), most.plus(after));
    var same = Asks.same(durable.execute(), there.claims(), false);
    var windows = List.of(beyond);
    var held =
        Ranges.with(
            durable.execute(),
            HeldRows.of(durable.execute(), same.ids(), windows, Set.of(id)),
            List.of(same),
            windows,
            Set.of(id));
    return LatestEnd.Next.in(beyond, same.decider(held), held)
        .map(
            next -> new LatestEnd(next.from().minus(after), conflicts.of(next.obstacles(), beyond)))
        .orElseGet(() -> new LatestEnd(most, List.of()));
  }
}
