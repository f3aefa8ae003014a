package direttore.store.reservation;

import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimDecider.Obstacle;
import direttore.domain.reservation.ClaimDecider.Outcome;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Offers;
import direttore.store.Flush;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides plans by what others hold. A look is right for sure where it refuses, as what is in the
 * way was committed; whoever is to have something needs a decision.
 */
final class Decisions {
  private final Flush flush;
  private final Ruled ruled;

  Decisions(Flush flush, Ruled ruled) {
    this.flush = flush;
    this.ruled = ruled;
  }

  /** By which rules it is decided. */
  Ruled ruled() {
    return ruled;
  }

  /**
   * What was decided.
   *
   * @param result the reservation with its claims; without, where something is in the way
   * @param approval what the rules say of an approval, or null where they bind nobody
   */
  record Decided(
      Plan plan, Reservation result, List<Obstacle> obstacles, @Nullable Wanted approval) {
    boolean free() {
      return obstacles.isEmpty();
    }

    /** Whether somebody has to approve it. */
    boolean asks() {
      return approval != null && !approval.reasons().isEmpty();
    }

    /** Whether it takes no lock but those of what it claims. */
    boolean alone() {
      return approval == null || (approval.reasons().isEmpty() && !approval.counts());
    }

    /** The same with what came of it. */
    Decided with(Reservation other) {
      return new Decided(plan, other, obstacles, approval);
    }

    /** The same with what the rules say of a check-in, unless somebody has checked in. */
    Decided asking(@Nullable CheckIn checkIn) {
      var asked = CheckIn.next(result.checkIn(), checkIn);
      return new Decided(plan, result.asking(asked), obstacles, approval);
    }

    /** The same with what the rules say of an approval; what is new waits for it. */
    Decided with(Wanted wanted) {
      var before = plan.before();
      var fresh = before == null || Offers.accepts(before, result);
      var waits = fresh && !wanted.reasons().isEmpty();
      return new Decided(plan, waits ? result.in(Phase.REQUESTED) : result, obstacles, wanted);
    }
  }

  /**
   * Whether somebody has to approve it.
   *
   * @param reasons none where nobody has to
   * @param hours how long it waits at the most, or null for its start
   * @param counts whether what else somebody has was counted
   */
  record Wanted(List<String> reasons, @Nullable Integer hours, boolean counts) {}

  private static List<Integer> ids(Collection<Plan> plans) {
    return asks(plans).stream().flatMap(ask -> ask.ids().stream()).distinct().sorted().toList();
  }

  private static List<Ask> asks(Collection<Plan> plans) {
    return plans.stream().flatMap(Plan::asks).toList();
  }

  /** What others hold of all that the plans may take. */
  List<Held> seen(DbExecute execute, List<Plan> plans) {
    var besides = replaced(execute, plans);
    var held = HeldRows.of(execute, ids(plans), windows(plans), besides);
    return beside(execute, held, plans, besides);
  }

  /** In turn, so that each also sees what those before it take. */
  List<Decided> look(DbExecute execute, List<Plan> plans) {
    return ruled.checked(execute, decide(plans, seen(execute, plans)));
  }

  /** By what was seen of others. */
  Decided saw(DbExecute execute, Plan plan, HeldRows.Found seen) {
    return ruled.checked(execute, decide(List.of(plan), seen.held())).getFirst();
  }

  /** Whether commits wait for the disk, as the setting of that name says it. */
  String commits() {
    return flush.possible() ? "off" : "on";
  }

  /**
   * The same for sure: nobody else can decide about the resources until the transaction ends, which
   * it does without waiting for the disk.
   */
  List<Decided> decide(DbExecute execute, List<Plan> plans) {
    ruled.lock(execute, plans);
    var besides = besides(plans);
    var held = HeldRows.locked(execute, ids(plans), windows(plans), besides, commits());
    var now = PrefixChoices.anew(execute, fresh(execute, plans));
    var decided = decide(now, beside(execute, held, now, besides));
    return ruled.checked(execute, PrefixChoices.added(execute, decided));
  }

  /**
   * Nobody else can decide about what the plans may take until the transaction ends, nor about one
   * resource more.
   */
  void lock(DbExecute execute, List<Plan> plans, int more) {
    var ids = new TreeSet<>(ids(plans));
    ids.add(more);
    var _ = HeldRows.locked(execute, List.copyOf(ids), List.of(), List.of(), commits());
  }

  /** What others hold of all that the plans may take, under the same locks. */
  List<Held> held(DbExecute execute, List<Plan> plans) {
    var besides = besides(plans);
    var held = HeldRows.locked(execute, ids(plans), windows(plans), besides, commits());
    return beside(execute, held, plans, besides);
  }

  /**
   * Several of which each may be refused by itself. What there is already and cannot be changed
   * keeps what it has, and the others meet it there.
   *
   * @param leaving reservations that let go of all in the same transaction
   * @param sure whether nobody else may decide about the resources until the transaction ends
   */
  List<Decided> each(DbExecute execute, List<Plan> plans, Collection<Long> leaving, boolean sure) {
    var decided = separately(execute, plans, leaving, sure);
    return ruled.checked(execute, sure ? PrefixChoices.added(execute, decided) : decided);
  }

  private List<Decided> separately(
      DbExecute execute, List<Plan> plans, Collection<Long> leaving, boolean sure) {
    var besides = sure ? new HashSet<>(besides(plans)) : replaced(execute, plans);
    besides.addAll(leaving);
    if (sure) {
      ruled.lock(execute, plans);
    }
    var held =
        sure
            ? HeldRows.locked(execute, ids(plans), windows(plans), besides, commits())
            : HeldRows.of(execute, ids(plans), windows(plans), besides);
    var fresh = sure ? PrefixChoices.anew(execute, fresh(execute, plans)) : plans;
    var all = beside(execute, held, fresh, besides);
    var staying = new HashMap<Long, Decided>();
    while (true) {
      var decided = decide(fresh, all, staying);
      var before = staying.size();
      for (var each : decided) {
        var was = each.plan().before();
        if (was != null && !each.free()) {
          staying.putIfAbsent(was.id(), each);
        }
      }
      if (staying.size() == before) {
        return decided;
      }
    }
  }

  /** What holds the same as before: nobody else can have taken it. */
  Decided kept(DbExecute execute, Plan plan) {
    ruled.lock(execute, List.of(plan));
    var decided = new Decided(plan, plan.after(), List.of(), null);
    return ruled.checked(execute, List.of(decided)).getFirst();
  }

  /** Also without the changes of them that wait for an approval, which another one ends. */
  private static Set<Long> replaced(DbExecute execute, List<Plan> plans) {
    var besides = new HashSet<>(besides(plans));
    besides.addAll(Replacements.waiting(execute, besides));
    return besides;
  }

  /** With what is held of overlapping addresses, and later of what somebody may have. */
  private static List<Held> beside(
      DbExecute execute, List<Held> held, List<Plan> plans, Collection<Long> besides) {
    var all = Ranges.with(execute, held, asks(plans), lasting(plans), besides);
    return with(all, Lasting.held(execute, plans, besides));
  }

  /** A reservation has one claim of how much somebody may have. */
  private static List<Held> with(List<Held> held, List<Held> later) {
    if (later.isEmpty()) {
      return held;
    }
    var known =
        held.stream()
            .map(each -> List.of(each.resource(), each.reservation()))
            .collect(Collectors.toSet());
    return joined(
        held,
        later.stream()
            .filter(each -> !known.contains(List.of(each.resource(), each.reservation())))
            .toList());
  }

  private static List<Held> joined(List<Held> some, List<Held> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Of what was looked at before the locks, something may be out of service by now, or less. */
  private static List<Plan> fresh(DbExecute execute, List<Plan> plans) {
    var ids = ids(plans);
    if (ids.isEmpty()) {
      return plans;
    }
    var fresh = ResourceRows.of(execute, ids);
    return plans.stream().map(plan -> plan.with(fresh)).toList();
  }

  private static List<Window> windows(List<Plan> plans) {
    return plans.stream().map(plan -> plan.after().holds()).distinct().toList();
  }

  /** With all that comes later, where addresses are to be had for ever. */
  private static List<Window> lasting(List<Plan> plans) {
    return plans.stream()
        .map(plan ->
            plan.lastingAddresses().isEmpty()
                ? plan.after().holds()
                : new Window(plan.after().holds().from(), Window.LATEST))
        .distinct()
        .toList();
  }

  private static Set<Long> besides(List<Plan> plans) {
    return plans.stream()
        .map(Plan::before)
        .filter(Objects::nonNull)
        .map(Reservation::id)
        .collect(Collectors.toSet());
  }

  private static List<Decided> decide(List<Plan> plans, List<Held> held) {
    return decide(plans, held, Map.of());
  }

  /** Those that stay are not decided again, and hold what they had. */
  private static List<Decided> decide(
      List<Plan> plans, List<Held> held, Map<Long, Decided> staying) {
    var ours = new ArrayList<Held>();
    staying.values().forEach(stays -> ours.addAll(had(stays.plan().before())));
    var preferred = new HashSet<Integer>();
    var all = new ArrayList<Decided>();
    for (var i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      var before = plan.before();
      var stays = before == null ? null : staying.get(before.id());
      if (stays != null) {
        all.add(stays);
        continue;
      }
      preferred.addAll(plan.present());
      var others = overlapping(plan, held, ours);
      plans.subList(i + 1, plans.size()).stream()
          .filter(later -> later.before() != null && !staying.containsKey(later.before().id()))
          .forEach(later -> others.addAll(retained(later, plan)));
      var decided = decide(plan, others, joined(held, ours), preferred);
      if (decided.free()) {
        decided
            .result()
            .claims()
            .forEach(claim -> {
              ours.add(held(claim));
              preferred.add(claim.resource().id());
            });
      }
      all.add(decided);
    }
    return all;
  }

  private static List<Held> had(@Nullable Reservation before) {
    return before == null
        ? List.of()
        : before.claims().stream().filter(Claim::holding).map(Decisions::held).toList();
  }

  /**
   * What a later one has and shall still have, of the time of another: only what is new of it is
   * decided in its turn.
   */
  private static List<Held> retained(Plan later, Plan plan) {
    var before = later.before();
    var after = later.after().holds();
    if (before == null || later.same() == null || !after.overlaps(plan.after().holds())) {
      return List.of();
    }
    return had(before).stream()
        .filter(each -> each.during().overlaps(after))
        .map(each -> within(each, after))
        .toList();
  }

  private static Held within(Held held, Window window) {
    var during = held.during();
    return new Held(
        held.resource(),
        held.reservation(),
        new Window(latest(during.from(), window.from()), earliest(during.to(), window.to())),
        held.share());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** By a number that no reservation has. */
  private static Held held(Claim claim) {
    return new Held(claim.resource().id(), 0, claim.during(), claim.share());
  }

  private static List<Held> overlapping(Plan plan, List<Held> held, List<Held> ours) {
    var window = plan.after().holds();
    var all = new ArrayList<Held>();
    var lasting = plan.lastingAddresses();
    for (var each : joined(held, ours)) {
      if (each.during().overlaps(window)) {
        all.add(each);
      } else if (lasting.contains(each.resource()) && each.during().from().isAfter(window.from())) {
        // Who has an address for ever has nothing of one that is somebody's later.
        all.add(new Held(each.resource(), each.reservation(), window, each.share()));
      }
    }
    return all;
  }

  private static Decided decide(
      Plan plan, List<Held> held, List<Held> all, Set<Integer> preferred) {
    var same = plan.same();
    if (same != null && plan.given()) {
      var obstacles = obstacles(plan, same, held, plan.windows());
      if (obstacles.isEmpty() || plan.fixed()) {
        return new Decided(plan, obstacles.isEmpty() ? plan.kept() : plan.after(), obstacles, null);
      }
    }
    var outcome = plan.ask().decider(held).decide(plan.after().holds(), preferred);
    var obstacles =
        outcome.free()
            ? Lasting.obstacles(plan, plan.after().holds().to(), all)
            : outcome.obstacles();
    return new Decided(
        plan, obstacles.isEmpty() ? plan.decided(outcome) : plan.after(), obstacles, null);
  }

  private static List<Obstacle> obstacles(
      Plan plan, Ask same, List<Held> held, List<Window> windows) {
    var decider = same.decider(held);
    var claims = plan.after().claims();
    return windows.stream()
        .map(window -> decider.decide(window, Set.of()))
        .map(Outcome::obstacles)
        .flatMap(List::stream)
        .map(o -> o.of(claims.get(o.request()).request()))
        .distinct()
        .toList();
  }
}
