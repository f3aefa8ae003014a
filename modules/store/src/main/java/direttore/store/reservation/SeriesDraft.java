package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.series.SeriesPlan;
import direttore.domain.reservation.series.SeriesPlan.Added;
import direttore.domain.reservation.series.SeriesPlan.Kept;
import direttore.store.reservation.Bookings.Taken;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An edit of a series with what has to be decided for its dates, and what that came to. */
final class SeriesDraft {
  /** A date that stays, with what is to be decided about it; nothing where null. */
  private record Staying(Kept kept, @Nullable Plan plan) {}

  /**
   * What became of a date that stays.
   *
   * @param decided whether its claims are others now, or for another time
   * @param refused why it is not as was asked, or null
   */
  record Became(Kept kept, Reservation after, boolean decided, @Nullable String refused) {
    Reservation before() {
      return kept.before();
    }

    boolean changed() {
      return after.version() != before().version();
    }
  }

  /**
   * What became of a date that was to be booked.
   *
   * @param refused why it is not, or null
   * @param code the same in one word, or null
   */
  record Fresh(Added added, Decided decided, @Nullable String refused, @Nullable String code) {}

  /** What became of all. */
  record Outcome(List<Became> kept, List<Fresh> fresh) {
    Outcome {
      kept = List.copyOf(kept);
      fresh = List.copyOf(fresh);
    }
  }

  private final SeriesPlan plan;
  private final Instant now;
  private final List<Staying> staying = new ArrayList<>();
  private final List<Plan> booked = new ArrayList<>();

  /**
   * Plans what has to be decided.
   *
   * @param model as what dates are booked that are new
   */
  SeriesDraft(
      DbExecute execute, SeriesPlan plan, NewReservation model, Instant now, Asks.Asking asking) {
    this.plan = plan;
    this.now = now;
    plan.kept().forEach(kept -> staying.add(staying(execute, kept, asking)));
    if (!plan.added().isEmpty()) {
      var ask = asking.of(execute, model.claims(), model.kind() == ReservationKind.BLACKOUT);
      plan.added().forEach(added -> booked.add(booked(model, added, ask)));
    }
    requireFew();
  }

  private Staying staying(DbExecute execute, Kept kept, Asks.Asking asking) {
    return new Staying(
        kept,
        kept.change().equals(ReservationChange.NOTHING)
            ? null
            : Changes.plan(execute, kept.before(), kept.change(), now, asking));
  }

  private Plan booked(NewReservation model, Added added, Ask ask) {
    var window = added.window();
    var times = Times.local(window.start(), window.end(), window.zone());
    return Plan.fresh(model.at(times).draft("", now), ask);
  }

  private void requireFew() {
    var claims =
        deciding().stream()
            .flatMap(each -> each.ask().requests().stream())
            .mapToInt(r -> r.count());
    var all = claims.sum();
    if (all > Bookings.MOST_CLAIMS) {
      throw new Refusal.Invalid(
          "claims",
          "are %d to be decided, and %d are the most at once".formatted(all, Bookings.MOST_CLAIMS));
    }
  }

  SeriesPlan plan() {
    return plan;
  }

  /** What has to be decided: dates that are to be, then those that are new. */
  List<Plan> deciding() {
    return Stream.concat(
            staying.stream().map(Staying::plan).filter(SeriesDraft::decides), booked.stream())
        .toList();
  }

  /** What holds the same as before, by the same rules, is not decided. */
  private static boolean decides(@Nullable Plan plan) {
    return plan != null
        && (plan.same() == null
            || plan.before() == null
            || !plan.before().holds().equals(plan.after().holds())
            || !team(plan.before()).equals(team(plan.after())));
  }

  private static Optional<TeamName> team(Reservation reservation) {
    return Optional.ofNullable(reservation.details().party().team());
  }

  /**
   * What becomes of each.
   *
   * @param decided what was to be decided, in its order
   */
  Outcome outcome(List<Decided> decided, Conflicts conflicts) {
    var answers = decided.iterator();
    var kept = new ArrayList<Became>();
    for (var each : staying) {
      kept.add(became(each, decides(each.plan) ? answers.next() : null, conflicts));
    }
    var fresh = new ArrayList<Fresh>();
    for (var added : plan.added()) {
      var answer = answers.next();
      fresh.add(fresh(added, answer, conflicts));
    }
    return new Outcome(kept, fresh);
  }

  private static Fresh fresh(Added added, Decided answer, Conflicts conflicts) {
    if (answer.free()) {
      return new Fresh(added, answer, null, null);
    }
    var met = conflicts.of(answer);
    return new Fresh(added, answer, Conflict.why(met), Conflict.code(met));
  }

  private Became became(Staying one, @Nullable Decided answer, Conflicts conflicts) {
    var kept = one.kept;
    if (one.plan == null) {
      return new Became(kept, kept.before(), false, kept.refused());
    }
    if (answer == null) {
      return new Became(kept, one.plan.after(), false, kept.refused());
    }
    if (answer.free()) {
      return new Became(kept, answer.result(), true, null);
    }
    var beside = kept.beside();
    var after =
        beside.equals(ReservationChange.NOTHING)
            ? kept.before()
            : Changing.changed(kept.before(), beside, now);
    return new Became(kept, after, false, why(answer, conflicts));
  }

  private static @Nullable String why(Decided answer, Conflicts conflicts) {
    return answer.free() ? null : Conflict.why(conflicts.of(answer));
  }

  /** Refuses where something was refused that must not be. */
  void require(NewSeries.Mode mode, List<Decided> decided) {
    var again = plan.added().stream().filter(Added::again).map(Added::occurrence).toList();
    var first = decided.size() - booked.size();
    var refused = new ArrayList<Decided>();
    for (var i = 0; i < decided.size(); i++) {
      var tried = i >= first && again.contains(plan.added().get(i - first).occurrence());
      if (!tried && !decided.get(i).free()) {
        refused.add(decided.get(i));
      }
    }
    if (mode == NewSeries.Mode.ALL) {
      requireClocks();
    }
    var nothing = refused.size() == decided.size() && plan.dropped().isEmpty();
    if (!refused.isEmpty() && (mode == NewSeries.Mode.ALL || nothing)) {
      throw new Taken(refused);
    }
  }

  private void requireClocks() {
    for (var kept : plan.kept()) {
      if (kept.refused() != null) {
        throw new Refusal.Invalid(
            "start_dt",
            "cannot be for the date of %s: %s".formatted(day(kept.occurrence()), kept.refused()));
      }
    }
  }

  private static String day(LocalDateTime start) {
    return start.toLocalDate().toString();
  }
}
