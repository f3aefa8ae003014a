package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is free instead of what one plan asks for, as of one moment. */
final class FreeInstead {
  private static final int LEAST = 3;
  private static final int OTHERS = 2;

  private final DbClient db;
  private final Instant now;
  private final Plan plan;
  private final List<Plan> others;
  private final SlotRules rules;
  private final Window holds;
  private final Near near;
  private final List<Held> lasting;
  private final Margins margins;

  /**
   * Of a plan that was refused.
   *
   * @param alternatives what else would do
   * @param rules what of it somebody may have
   * @param later what it would hold at a later time
   */
  FreeInstead(
      DbClient db, Instant now, Plan plan, List<Ask> alternatives, SlotRules rules, Margins later) {
    this.db = db;
    this.now = now;
    this.plan = plan;
    this.others = alternatives.stream().map(plan::asking).toList();
    this.rules = rules;
    this.margins = later;
    this.holds = plan.after().holds();
    this.near = look();
    this.lasting =
        Lasting.held(
            db.execute(), Stream.concat(Stream.of(plan), others.stream()).toList(), besides());
  }

  /**
   * At least three, where somebody may have three within a year: what else is free now, and the
   * same later, however far that is. What has begun keeps its start.
   */
  List<Slot> slots() {
    var found = new ArrayList<>(sameTime());
    if (begun()) {
      return found;
    }
    // What else is free now is not offered as what is free later.
    var after = found.isEmpty() ? from() : latest(from(), plan.after().window().to());
    var own = later(plan.holding(margins), from());
    var other = others.stream().limit(1).map(each -> later(each.holding(margins), after)).toList();
    var soon = own.near(Math.max(1, LEAST - found.size()));
    found.addAll(soon);
    // One place is kept for the same, however much else there is before it.
    var once = soon.isEmpty() ? own.far(1) : List.<Slot>of();
    other.forEach(its -> found.addAll(its.near(LEAST - found.size() - once.size())));
    found.addAll(once);
    found.addAll(own.far(LEAST - found.size()));
    other.forEach(its -> found.addAll(its.far(LEAST - found.size())));
    return found;
  }

  private boolean begun() {
    var before = plan.before();
    return before != null && !before.window().from().isAfter(now);
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
  private Near look() {
    var own = plan.ask().ids();
    var window = nextHours();
    var rest =
        others.stream()
            .flatMap(other -> other.ask().ids().stream())
            .distinct()
            .filter(id -> !own.contains(id))
            .sorted()
            .toList();
    var held = HeldRows.of(db.execute(), own, window, rest, holds, besides());
    return new Near(own, window, withRanges(held, window));
  }

  /** With the time that was asked for, which may have begun. */
  private Window nextHours() {
    if (farAway()) {
      return holds;
    }
    var next = SlotSearch.first(wanted(plan), from());
    return new Window(earliest(holds.from(), next.from()), latest(holds.to(), next.to()));
  }

  private List<Held> held(List<Integer> resources, Window window) {
    return withRanges(HeldRows.of(db.execute(), resources, List.of(window), besides()), window);
  }

  private List<Held> withRanges(List<Held> held, Window window) {
    return Ranges.with(db.execute(), held, List.of(plan.ask()), List.of(window), besides());
  }

  /** With other resources of the same kind. */
  private List<Slot> sameTime() {
    var window = plan.after().window();
    var found = new ArrayList<Slot>();
    for (var other : others) {
      if (found.size() == OTHERS) {
        break;
      }
      var outcome = other.ask().decider(near.held()).decide(holds, Set.of());
      var slot = new Slot(window, other.ask().requests(), outcome.choices(), true);
      if (outcome.free() && allowed(other, slot)) {
        found.add(slot);
      }
    }
    return found;
  }

  private LaterSlots later(Plan asked, Instant first) {
    var bounds = rules.bounds(asked, now);
    var last = farAway() || !ever(asked.ask()) ? Instant.MIN : bounds.latest();
    return new LaterSlots(
        search(asked, bounds.pauses()),
        plan.after().window().length(),
        bounds.earliest(first),
        earliest(from().plus(LaterSlots.FAR), last),
        slot -> allowed(asked, slot));
  }

  private SlotSearch search(Plan asked, List<Held> pauses) {
    var ids = asked.ask().ids();
    return new SlotSearch(
        wanted(asked),
        asked.ask().candidates(),
        window ->
            Stream.concat(
                    (near.covers(ids, window) ? near.held() : held(ids, window)).stream(),
                    pauses.stream().filter(each -> each.during().overlaps(window)))
                .toList());
  }

  private Instant from() {
    return latest(plan.after().window().from(), now);
  }

  /** Whether its time is so far away that there is hardly any later one. */
  private boolean farAway() {
    return from()
        .plus(LaterSlots.FAR)
        .plus(plan.after().window().length())
        .isAfter(Window.LATEST.minus(Availability.FARTHEST));
  }

  private static Availability.Wanted wanted(Plan asked) {
    var after = asked.after();
    return new Availability.Wanted(
        asked.ask().requests(),
        after.window().length(),
        after.margins(),
        after.id() == 0 ? null : after.id());
  }

  /** Whether no rule is in its way, and after it there is still enough for guests that stay. */
  private boolean allowed(Plan asked, Slot slot) {
    var end = asked.after().margins().around(slot.window()).to();
    return Lasting.obstacles(asked, end, lasting).isEmpty() && rules.allows(asked, slot);
  }

  /** Whether it would be free if nobody had anything, or may be once something is back. */
  private boolean ever(Ask ask) {
    return ask.decider(List.of()).free(holds)
        || ask.candidates().stream()
            .flatMap(List::stream)
            .anyMatch(resource -> resource.expectedBack() != null);
  }

  private List<Long> besides() {
    return plan.after().id() == 0 ? List.of() : List.of(plan.after().id());
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
