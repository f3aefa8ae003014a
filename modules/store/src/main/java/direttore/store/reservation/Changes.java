package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.SeriesRevision;
import direttore.store.reservation.Bookings.Taken;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes what is booked, by the same decision as what is new. */
final class Changes {
  private final Durable durable;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final Consequences consequences;
  private final Bookings bookings;

  Changes(
      Durable durable,
      Decisions decisions,
      Conflicts conflicts,
      Consequences consequences,
      Bookings bookings) {
    this.durable = durable;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.consequences = consequences;
    this.bookings = bookings;
  }

  /** What a change makes of it, with its claims; nothing is written. */
  Reservation check(long id, ReservationChange change) {
    var execute = durable.execute();
    var plan = plan(execute, only(execute, id, false), change);
    var decided = decisions.look(execute, List.of(plan), List.of());
    if (!decided.getFirst().free()) {
      throw conflicts.refusal(decided);
    }
    return decided.getFirst().result();
  }

  List<Reservation> together(Map<Long, ReservationChange> changes, @Nullable Integer version) {
    return deciding(execute -> {
      var plans = new ArrayList<Plan>();
      for (var before : all(execute, changes.keySet())) {
        requireVersion(before, version);
        var change = changes.get(before.id());
        plans.add(plan(execute, before, change == null ? ReservationChange.NOTHING : change));
      }
      return written(execute, plans, List.of());
    });
  }

  private <T> T deciding(Function<DbExecute, T> work) {
    try {
      return durable.of(work);
    } catch (Taken e) {
      throw conflicts.refusal(e.decided());
    }
  }

  /** Those that hold the same as before are not decided. */
  private List<Reservation> written(DbExecute execute, List<Plan> plans, List<Long> leaving) {
    var undecided = plans.stream().filter(Changes::deciding).toList();
    var results = decided(execute, undecided, leaving);
    undecided.forEach(plan -> ReservationWrites.letGo(execute, plan.after().id()));
    var written = new ArrayList<Reservation>();
    for (var plan : plans) {
      var before = plan.before();
      if (before == null) {
        throw new IllegalArgumentException("what is new is not changed");
      }
      var result = results.getOrDefault(plan.after().id(), plan.after());
      ReservationWrites.update(execute, result);
      if (results.containsKey(result.id())) {
        ReservationWrites.claims(execute, result);
      }
      consequences.changed(execute, before, result);
      written.add(result);
    }
    return written;
  }

  private static boolean deciding(Plan plan) {
    var before = plan.before();
    return plan.same() == null || before == null || !before.holds().equals(plan.after().holds());
  }

  private Map<Long, Reservation> decided(
      DbExecute execute, List<Plan> plans, Collection<Long> leaving) {
    if (plans.isEmpty()) {
      return Map.of();
    }
    var decided = decisions.decide(execute, plans, leaving);
    if (!decided.stream().allMatch(Decided::free)) {
      throw new Taken(decided);
    }
    return decided.stream()
        .map(Decided::result)
        .collect(Collectors.toMap(Reservation::id, result -> result));
  }

  private Plan plan(DbExecute execute, Reservation before, ReservationChange change) {
    var after = Changing.changed(before, change, durable.now());
    var maintenance = before.kind() == ReservationKind.BLACKOUT;
    var claims = change.claims();
    if (claims != null) {
      return new Plan(before, after, Asks.of(execute, claims, maintenance), null);
    }
    var same = Asks.same(execute, before.claims(), maintenance);
    var choosy =
        before.claims().stream().anyMatch(c -> c.wanted().count() > 1 || !named(c.wanted()));
    // What stays as it is needs no other choice, and may have none any more.
    var chosen =
        choosy && !before.holds().equals(after.holds())
            ? Asks.of(execute, before.requests(), maintenance)
            : same;
    return new Plan(before, after, chosen, same);
  }

  private static boolean named(ClaimRequest request) {
    return request instanceof ClaimRequest.Named;
  }

  Reservation ended(long id, @Nullable Integer version, UnaryOperator<Reservation> ending) {
    return durable.waiting(execute -> {
      var before = only(execute, id, true);
      requireVersion(before, version);
      return ended(execute, before, ending);
    });
  }

  List<Reservation> ended(Collection<Long> ids, UnaryOperator<Reservation> ending) {
    return durable.waiting(execute ->
        all(execute, ids).stream().map(before -> ended(execute, before, ending)).toList());
  }

  private Reservation ended(
      DbExecute execute, Reservation before, UnaryOperator<Reservation> ending) {
    var after = ending.apply(before);
    if (after.version() == before.version()) {
      return before;
    }
    ReservationWrites.letGo(execute, after.id());
    ReservationWrites.update(execute, after);
    ReservationWrites.claims(execute, after);
    consequences.changed(execute, before, after);
    return after;
  }

  SeriesBooked revise(long id, SeriesRevision revision) {
    return deciding(execute -> {
      var before = SeriesRows.find(execute, id, true);
      var by = new Submitter(Actor.stranger("series " + id), null, List.of());
      var dropped = all(execute, revision.dropped());
      var series = SeriesRows.update(execute, id, revision.series());
      var next = revision.next();
      var later =
          next == null
              ? series
              : SeriesRows.insert(execute, shaped(before, next), by, null, durable.now());
      dropped.forEach(
          each -> ended(execute, each, r -> Endings.calledOff(r, durable.now(), "series changed")));
      var booked = new ArrayList<>(moved(execute, revision, series, later));
      booked.addAll(added(execute, revision, later, id));
      return new SeriesBooked(later, booked, List.of());
    });
  }

  private static Series shaped(Series before, SeriesRevision.Shape shape) {
    return new Series(
        0,
        UUID.randomUUID().toString(),
        shape.rule(),
        shape.zone(),
        shape.start(),
        shape.end(),
        shape.exceptions(),
        before.mode(),
        List.of(),
        1);
  }

  private List<Reservation> moved(
      DbExecute execute, SeriesRevision revision, Series series, Series later) {
    var byId = new HashMap<Long, SeriesRevision.Moved>();
    revision.moved().forEach(moved -> byId.put(moved.reservation(), moved));
    var plans = new ArrayList<Plan>();
    for (var before : all(execute, byId.keySet())) {
      var moved = Objects.requireNonNull(byId.get(before.id()));
      var times = moved.times();
      var change = times == null ? revision.change() : revision.change().withTimes(times);
      var of = moved.ofNext() ? later : series;
      var planned = plan(execute, before, change);
      plans.add(
          new Plan(
              before,
              planned.after().in(new Reservation.InSeries(of.id(), of.rule(), moved.occurrence())),
              planned.ask(),
              planned.same()));
    }
    return written(execute, plans, revision.dropped());
  }

  private List<Reservation> added(
      DbExecute execute, SeriesRevision revision, Series later, long series) {
    if (revision.added().isEmpty()) {
      return List.of();
    }
    var like = SeriesRows.ofSeries(execute, later.id(), "").stream().reduce((one, other) -> other);
    var pattern =
        like.or(() ->
                SeriesRows.ofSeries(execute, series, "").stream().reduce((one, other) -> other))
            .orElseThrow(() -> new Refusal.NotFound("occurrence of series", series));
    var plans =
        revision.added().stream()
            .map(occurrence ->
                Plan.fresh(
                    again(pattern)
                        .at(occurrence.times())
                        .draft(later.uid(), durable.now())
                        .in(
                            new Reservation.InSeries(
                                later.id(), later.rule(), occurrence.original())),
                    Bookings.ask(execute, again(pattern))))
            .toList();
    var decided = decisions.decide(execute, plans, List.of());
    if (!decided.stream().allMatch(Decided::free)) {
      throw new Taken(decided);
    }
    var by = new Submitter(Actor.stranger(pattern.details().party().requester()), null, List.of());
    return decided.stream().map(each -> bookings.insert(execute, each.result(), by, null)).toList();
  }

  private static NewReservation again(Reservation like) {
    return new NewReservation(
        like.kind(),
        like.details(),
        like.times(),
        like.margins(),
        like.phase() == Phase.REQUESTED ? Phase.REQUESTED : Phase.BOOKED,
        like.atStart(),
        like.atEnd(),
        like.requests(),
        like.guests());
  }

  private static Reservation only(DbExecute execute, long id, boolean locked) {
    return ReservationRows.of(execute, List.of(id), locked).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  private static List<Reservation> all(DbExecute execute, Collection<Long> ids) {
    var found = ReservationRows.of(execute, ids, true);
    var there = found.stream().map(Reservation::id).collect(Collectors.toSet());
    ids.stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(id -> {
          throw new Refusal.NotFound("reservation", id);
        });
    return found;
  }

  private static void requireVersion(Reservation there, @Nullable Integer version) {
    if (version != null && version != there.version()) {
      throw new Refusal.Stale(
          "reservation %d was changed since; read it again".formatted(there.id()), there.version());
    }
  }
}
