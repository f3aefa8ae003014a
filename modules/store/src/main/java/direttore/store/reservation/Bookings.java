package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.life.Bell;
import direttore.store.SqlFailure;
import direttore.store.operation.Safe;
import direttore.store.reservation.Decisions.Decided;
import direttore.store.reservation.Durable.Committed;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books what is new: look, lock in order, look again, insert. */
final class Bookings {
  static final int MOST_CLAIMS = 3000;
  private static final int MOST_GUESTS = 3000;

  /** How often somebody else may be faster. */
  private static final int TRIES = 3;

  private final Durable durable;
  private final FairTurns turns;
  private final KnownResources known;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final AskedAgain again;
  private final Consequences consequences;
  private final Safe safe;
  private final Supplier<UUID> ids;

  Bookings(
      Durable durable,
      FairTurns turns,
      KnownResources known,
      Decisions decisions,
      Conflicts conflicts,
      AskedAgain again,
      Consequences consequences,
      Safe safe,
      Supplier<UUID> ids) {
    this.durable = durable;
    this.turns = turns;
    this.known = known;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.again = again;
    this.consequences = consequences;
    this.safe = safe;
    this.ids = ids;
  }

  Reservation book(NewReservation wanted, Submitter by) {
    // Neither the disk nor what is free instead needs a turn: others decide meanwhile.
    try {
      var made = turns.of(() -> inTurn(wanted, by));
      var booked = durable.onDisk(made.booked());
      made.event().ended(true);
      return booked;
    } catch (Taken e) {
      throw conflicts.refusal(e.decided.getFirst(), again);
    }
  }

  /** What was booked, but is perhaps not on disk. */
  private record Made(Committed<Reservation> booked, DecisionEvent event) {}

  private Made inTurn(NewReservation wanted, Submitter by) {
    var event = DecisionEvent.begun();
    try {
      var earlier = before(by);
      return new Made(earlier.isPresent() ? earlier.get() : fresh(wanted, by), event);
    } catch (Taken e) {
      event.ended(false);
      throw e;
    }
  }

  private Committed<Reservation> fresh(NewReservation wanted, Submitter by) {
    try {
      return decided(wanted, by);
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "reservation_idempotency_key")) {
        // The same key at the same moment: the other request was first.
        return before(by).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /**
   * By what was seen without a lock, as long as nobody is faster; else in its turn. Locks are held
   * for one statement then, and of any-of only those of what was chosen.
   */
  private Committed<Reservation> decided(NewReservation wanted, Submitter by) {
    var now = durable.now();
    Changing.requireAhead(wanted.times().window(), now);
    var draft = wanted.draft(ids.get().toString(), now);
    for (var i = 0; i < TRIES && wanted.claims().stream().allMatch(Bookings::bare); i++) {
      var seen = known.seen(durable.execute(), wanted.claims(), maintenance(wanted), draft.holds());
      var plan = Plan.fresh(draft, seen.ask());
      var decided = decisions.saw(durable.execute(), plan, seen.held());
      if (!decided.free()) {
        throw new Taken(List.of(decided));
      }
      var bells = consequences.bellsAlone(decided.result());
      if (bells.isEmpty() || !decided.alone()) {
        break;
      }
      if (seen.ask().unknown()) {
        Asks.add(durable.execute(), wanted.claims());
        continue;
      }
      var stored = stored(decided.result(), by, bells.get(), seen);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    var plans = List.of(Plan.fresh(draft, ask(durable.execute(), wanted)));
    TakenAddresses.require(durable.execute(), plans.getFirst());
    requireFree(decisions.look(durable.execute(), plans));
    return durable.committed(execute -> booked(execute, plans, by)).map(List::getFirst);
  }

  private static void requireFree(List<Decided> decided) {
    if (!decided.stream().allMatch(Decided::free)) {
      throw new Taken(decided);
    }
  }

  /** Whether only claims of the same resource can be in its way, and not what else somebody has. */
  private static boolean bare(ClaimRequest claim) {
    return claim.kind() != ResourceKind.ADDRESSES && !claim.kind().limit();
  }

  private Optional<Committed<Reservation>> stored(
      Reservation decided, Submitter by, List<Bell> bells, Asks.Seen seen) {
    return durable
        .once(execute ->
            ReservationWrites.insert(
                execute, decided, by, mac(by), bells, seen, decisions.commits()))
        .map(made -> made.map(decided::numbered));
  }

  private List<Reservation> booked(DbExecute execute, List<Plan> plans, Submitter by) {
    var decided = decisions.decide(execute, plans);
    requireFree(decided);
    TakenAddresses.require(execute, plans.getFirst());
    return decided.stream().map(each -> insert(execute, each, each.result(), by, mac(by))).toList();
  }

  /** Stores what was decided, with what it brings. */
  Reservation insert(
      DbExecute execute,
      Decided decided,
      Reservation reservation,
      Submitter by,
      byte @Nullable [] mac) {
    var stored = reservation.numbered(ReservationWrites.insert(execute, reservation, by, mac));
    consequences.booked(execute, stored);
    if (decided.asks()) {
      ApprovalRows.ask(execute, stored.id(), decided, by.name(), durable.now());
    }
    return stored;
  }

  List<Slot.Choice> check(NewReservation wanted) {
    var plan = plan(wanted);
    TakenAddresses.require(durable.execute(), plan);
    var decided = decisions.look(durable.execute(), List.of(plan)).getFirst();
    if (!decided.free()) {
      throw conflicts.refusal(decided, again);
    }
    return Plan.choices(decided.result());
  }

  private Plan plan(NewReservation wanted) {
    var now = durable.now();
    Changing.requireAhead(wanted.times().window(), now);
    var ask = Asks.look(durable.execute(), wanted.claims(), maintenance(wanted));
    return Plan.fresh(wanted.draft(ids.get().toString(), now), ask);
  }

  private static Ask ask(DbExecute execute, NewReservation wanted) {
    return Asks.of(execute, wanted.claims(), maintenance(wanted));
  }

  private static boolean maintenance(NewReservation wanted) {
    return wanted.kind() == ReservationKind.BLACKOUT;
  }

  byte @Nullable [] mac(Submitter by) {
    return by.key() == null ? null : safe.recognise(by.request());
  }

  /** What the same key made before. */
  Optional<Reservation> earlier(Submitter by) {
    return before(by).map(durable::onDisk);
  }

  private Optional<Committed<Reservation>> before(Submitter by) {
    var key = by.key();
    return key == null
        ? Optional.empty()
        : durable
            .once(execute -> Earlier.reservation(execute, by.name(), key))
            .map(made -> made.map(known -> known.by(safe.recognise(by.request()), key)))
            .map(made -> made.map(this::stored));
  }

  private Reservation stored(long id) {
    return ReservationRows.of(durable.execute(), List.of(id), false).getFirst();
  }

  SeriesBooked bookSeries(NewReservation template, NewSeries wanted, Submitter by) {
    var earlier = earlierSeries(by);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var plans = plans(template, wanted, Asks::of);
    try {
      if (wanted.mode() == NewSeries.Mode.ALL) {
        requireFree(decisions.look(durable.execute(), plans));
      }
      return durable.of(execute -> booked(execute, plans, template, wanted, by));
    } catch (Taken e) {
      var first = plans.getFirst().at(template.times().window());
      throw conflicts.refusal(
          e.decided,
          new NewSeriesWish(
              first.holding(again.later(first.after().margins())),
              wanted,
              other -> decisions.look(durable.execute(), other)),
          again);
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "reservation_series_idempotency_key")) {
        return earlierSeries(by).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private Optional<SeriesBooked> earlierSeries(Submitter by) {
    var key = by.key();
    return key == null
        ? Optional.empty()
        : durable
            .once(execute -> Earlier.series(execute, by.name(), key))
            .map(durable::onDisk)
            .map(known -> known.by(safe.recognise(by.request()), key))
            .map(id -> SeriesRows.booked(durable.execute(), id));
  }

  private SeriesBooked booked(
      DbExecute execute,
      List<Plan> plans,
      NewReservation template,
      NewSeries wanted,
      Submitter by) {
    var decided = decisions.decide(execute, plans);
    if (decided.stream().noneMatch(Decided::free)
        || (wanted.mode() == NewSeries.Mode.ALL && !decided.stream().allMatch(Decided::free))) {
      throw new Taken(decided);
    }
    var left = left(wanted, decided);
    var series =
        SeriesRows.insert(
            execute,
            wanted,
            plans.getFirst().after().uid(),
            template.times().zone(),
            skipped(wanted, left),
            by,
            mac(by),
            durable.now());
    var booked = new ArrayList<Reservation>();
    for (var i = 0; i < decided.size(); i++) {
      if (decided.get(i).free()) {
        var of =
            new Reservation.InSeries(
                series.id(),
                series.rule(),
                wanted.occurrences().get(i).original(),
                series.version());
        var one = decided.get(i);
        booked.add(insert(execute, one, one.result().in(of), by, null));
      }
    }
    return new SeriesBooked(series, booked, left);
  }

  /** With those of which the clocks leave nothing. */
  private static List<Series.Skipped> skipped(NewSeries wanted, List<SeriesBooked.Left> left) {
    return Stream.concat(
            left.stream()
                .map(each -> Series.Skipped.of(each.occurrence().original(), each.conflicts())),
            wanted.lost().stream().map(Series.Skipped::byClock))
        .sorted(Comparator.comparing(Series.Skipped::occurrence))
        .toList();
  }

  List<SeriesBooked.Left> checkSeries(NewReservation template, NewSeries series) {
    return left(series, decisions.look(durable.execute(), plans(template, series, Asks::look)));
  }

  private List<SeriesBooked.Left> left(NewSeries wanted, List<Decided> decided) {
    var left = new ArrayList<SeriesBooked.Left>();
    for (var i = 0; i < decided.size(); i++) {
      if (!decided.get(i).free()) {
        left.add(new SeriesBooked.Left(wanted.occurrences().get(i), conflicts.of(decided.get(i))));
      }
    }
    return left;
  }

  private List<Plan> plans(NewReservation template, NewSeries series, Asks.Asking asking) {
    var uid = Objects.requireNonNullElseGet(series.uid(), () -> ids.get().toString());
    var now = durable.now();
    var ask = asking.of(durable.execute(), template.claims(), maintenance(template));
    requireFew(ask, series.occurrences().size());
    requireFewGuests(template, series.occurrences().size());
    TakenAddresses.require(durable.execute(), template.draft(uid, now), ask.requests(), List.of());
    return series.occurrences().stream()
        .map(occurrence -> plan(template, uid, now, ask, occurrence.times()))
        .toList();
  }

  private static Plan plan(NewReservation template, String uid, Instant now, Ask ask, Times times) {
    Changing.requireAhead(times.window(), now);
    return Plan.fresh(template.at(times).draft(uid, now), ask);
  }

  /** So that a decision does not hold its locks for long. */
  private static void requireFew(Ask ask, int occurrences) {
    var claims = ask.requests().stream().mapToInt(r -> r.count()).sum() * occurrences;
    if (claims > MOST_CLAIMS) {
      throw new Refusal.Invalid(
          "claims",
          "make %d with %d occurrences, and %d are the most at once"
              .formatted(claims, occurrences, MOST_CLAIMS));
    }
  }

  private static void requireFewGuests(NewReservation template, int occurrences) {
    var guests = template.guests().stream().mapToInt(GuestsWanted::count).sum() * occurrences;
    if (guests > MOST_GUESTS) {
      throw new Refusal.Invalid(
          "guests",
          "make %d with %d occurrences, and %d are the most at once"
              .formatted(guests, occurrences, MOST_GUESTS));
    }
  }

  /** Somebody was faster; nothing was written. */
  @SuppressWarnings("serial") // caught at once
  static final class Taken extends RuntimeException {
    private final transient List<Decided> decided;

    Taken(List<Decided> decided) {
      super("taken", null, false, false);
      this.decided = List.copyOf(decided);
    }

    List<Decided> decided() {
      return decided;
    }
  }
}
