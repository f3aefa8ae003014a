package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody could have instead: the same later, or something like it at the same time. One
 * looks after the other, so that those who are refused leave the processors to those who are not.
 */
final class NextFree {
  private static final int LEAST = 3;
  private static final int OTHERS = 2;

  /** So that who is refused need not wait for a look at the whole year; availability takes it. */
  private static final Duration NEAR = Duration.ofDays(28);

  private static final int AT_ONCE = 1;
  private static final Duration LATELY = Duration.ofSeconds(1);

  private final DbClient db;
  private final Clock clock;
  private final Alternatives alternatives;
  private final FairTurns booking;
  private final FairTurns turns = new FairTurns("next-free", AT_ONCE);

  NextFree(DbClient db, Clock clock, FairTurns booking) {
    this.db = db;
    this.clock = clock;
    this.booking = booking;
    this.alternatives = new Alternatives(db);
  }

  /** What somebody could have, and what it answers. */
  private record Found(Ask ask, Slot slot) {}

  /** At least three, unless it is not free for weeks. */
  List<Slot> of(Plan plan) {
    return turns.of(() -> {
      var many = turns.many() || booking.many();
      var instead = alternatives.of(plan, many ? LATELY : Duration.ZERO);
      return found(plan, instead).stream().map(Found::slot).toList();
    });
  }

  private List<Held> held(Plan plan, List<Integer> resources, Window window) {
    var windows = List.of(window);
    var held = HeldRows.of(db.execute(), resources, windows, besides(plan));
    return Ranges.with(db.execute(), held, List.of(plan.ask()), windows, besides(plan));
  }

  private List<Found> found(Plan plan, List<Ask> others) {
    var near = near(plan, others);
    var found = new ArrayList<>(sameTime(plan, others, near));
    found.addAll(later(plan, plan.ask(), Math.max(1, LEAST - found.size()), near));
    if (found.size() < LEAST && !others.isEmpty()) {
      found.addAll(later(plan, others.getFirst(), LEAST - found.size(), near));
    }
    return found;
  }

  /**
   * What others hold of what most often is enough.
   *
   * @param resources those of which it is known in the window
   */
  private record Near(List<Integer> resources, Window window, List<Held> held) {
    boolean covers(List<Integer> asked, Window during) {
      return new HashSet<>(resources).containsAll(asked)
          && !during.from().isBefore(window.from())
          && !during.to().isAfter(window.to());
    }
  }

  /** Of what was asked for its next hours, and of all else the time that was asked for. */
  private Near near(Plan plan, List<Ask> others) {
    var own = plan.ask().ids();
    var window = nextHours(plan);
    var holds = plan.after().holds();
    var rest =
        others.stream()
            .flatMap(ask -> ask.ids().stream())
            .distinct()
            .filter(id -> !own.contains(id))
            .sorted()
            .toList();
    var held = HeldRows.of(db.execute(), own, window, rest, holds, besides(plan));
    return new Near(
        own,
        window,
        Ranges.with(db.execute(), held, List.of(plan.ask()), List.of(window), besides(plan)));
  }

  /** With the time that was asked for, which may have begun. */
  private Window nextHours(Plan plan) {
    var holds = plan.after().holds();
    if (far(plan)) {
      return holds;
    }
    var next = SlotSearch.first(wanted(plan, plan.ask()), from(plan));
    return new Window(earliest(holds.from(), next.from()), latest(holds.to(), next.to()));
  }

  /** With other resources of the same kind. */
  private List<Found> sameTime(Plan plan, List<Ask> others, Near near) {
    var holds = plan.after().holds();
    var all = new ArrayList<Found>();
    for (var ask : others) {
      if (all.size() == OTHERS) {
        break;
      }
      var outcome = ask.decider(near.held()).decide(holds, Set.of());
      if (outcome.free()) {
        all.add(new Found(ask, new Slot(plan.after().window(), outcome.choices(), true)));
      }
    }
    return all;
  }

  private List<Found> later(Plan plan, Ask ask, int most, Near near) {
    if (far(plan) || !ever(ask, plan.after().holds())) {
      return List.of();
    }
    var ids = ask.ids();
    var search =
        new SlotSearch(
            wanted(plan, ask),
            ask.candidates(),
            window -> near.covers(ids, window) ? near.held() : held(plan, ids, window));
    var from = from(plan);
    var until = from.plus(NEAR).plus(plan.after().window().length());
    return lasting(plan, search.successive(new Window(from, until), most)).stream()
        .map(slot -> new Found(ask, slot))
        .toList();
  }

  private Instant from(Plan plan) {
    return latest(plan.after().window().from(), clock.instant());
  }

  /** Whether it is too long, or too far away, to be had later. */
  private boolean far(Plan plan) {
    var length = plan.after().window().length();
    return length.compareTo(Availability.FARTHEST) > 0
        || from(plan).plus(NEAR).plus(length).isAfter(Window.LATEST.minus(Availability.FARTHEST));
  }

  private static Availability.Wanted wanted(Plan plan, Ask ask) {
    var after = plan.after();
    return new Availability.Wanted(
        ask.requests(),
        after.window().length(),
        after.margins(),
        after.id() == 0 ? null : after.id());
  }

  /** Those after which there is still enough for guests that stay. */
  private List<Slot> lasting(Plan plan, List<Slot> found) {
    var after = plan.after();
    if (!after.stays()) {
      return found;
    }
    var held = Lasting.held(db.execute(), List.of(plan), besides(plan));
    return found.stream()
        .filter(slot ->
            Lasting.obstacles(plan, after.margins().around(slot.window()).to(), held).isEmpty())
        .toList();
  }

  /** Whether it would be free if nobody had anything, or may be once something is back. */
  private static boolean ever(Ask ask, Window holds) {
    return ask.decider(List.of()).free(holds)
        || ask.candidates().stream()
            .flatMap(List::stream)
            .anyMatch(resource -> resource.expectedBack() != null);
  }

  private static List<Long> besides(Plan plan) {
    return plan.after().id() == 0 ? List.of() : List.of(plan.after().id());
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
