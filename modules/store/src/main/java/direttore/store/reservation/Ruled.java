package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Replacement;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.policy.Asked;
import direttore.domain.reservation.policy.NeededApproval;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.PolicyRules;
import direttore.domain.reservation.waiting.Offers;
import direttore.store.reservation.Decisions.Decided;
import direttore.store.reservation.Decisions.Wanted;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is decided against the rules that bind whoever asks. Operators of what they ask for go
 * by none.
 *
 * @param by null where nobody is bound
 */
record Ruled(@Nullable Actor by, Supplier<Instant> clock) {

  /** Before the resources are locked: what somebody has is not counted by two at once. */
  void lock(DbExecute execute, List<Plan> plans) {
    if (free()) {
      return;
    }
    var policies = PgPolicies.all(execute);
    plans.stream()
        .filter(plan -> policy(policies, party(plan.after())).counts())
        .map(plan -> OwnRows.key(plan.after().details().party()))
        .distinct()
        .sorted()
        .forEach(key -> OwnRows.lock(execute, key));
  }

  /** Whether all that they ask for is theirs to decide. */
  boolean free() {
    return by == null || by.changesAll();
  }

  /**
   * The same with why somebody has to approve them. Refuses with {@code RuleBroken} the first that
   * breaks rules.
   */
  List<Decided> checked(DbExecute execute, List<Decided> decided) {
    if (free()) {
      return decided;
    }
    return new Turn(execute, PgPolicies.all(execute), decided).checked();
  }

  /** The one of the team, or else that of all who have none of their own. */
  static Policy policy(Map<String, Policy> policies, Party party) {
    return Optional.ofNullable(policies.get(key(policies, party))).orElse(Policy.FREE);
  }

  /** The name of that team; empty for all who have none of their own. */
  private static String key(Map<String, Policy> policies, Party party) {
    var team = party.team();
    return team != null && policies.containsKey(team.value()) ? team.value() : "";
  }

  /** Those of one decision, each beside those before it. */
  private final class Turn {
    private final DbExecute execute;
    private final Map<String, Policy> policies;
    private final List<Decided> decided;
    private final Map<Party, List<Own>> others = new HashMap<>();
    private final Instant now = clock.get();

    Turn(DbExecute execute, Map<String, Policy> policies, List<Decided> decided) {
      this.execute = execute;
      this.policies = policies;
      this.decided = decided;
    }

    List<Decided> checked() {
      var checked = new ArrayList<Decided>();
      for (var each : decided) {
        checked.add(bound(each) ? checked(each) : each);
      }
      return checked;
    }

    private boolean bound(Decided each) {
      var result = each.result();
      // Where something is in the way it is not known whose nodes they would be.
      return result.kind() == ReservationKind.BOOKING
          && by != null
          && !ReservationRights.operates(by, result)
          && (each.free() || !by.operatesSomewhere());
    }

    private Decided checked(Decided each) {
      var result = each.result();
      var policy = policy(policies, party(result));
      var own = policy.counts() ? own(result.details().party()) : new ArrayList<Own>();
      var broken = PolicyRules.broken(policy, asked(each), own);
      if (!broken.isEmpty()) {
        throw new Refusal.RuleBroken(broken);
      }
      if (each.free()) {
        own.add(new Own(result.window(), true, resources(result)));
      }
      var reasons = reasons(policy, each);
      if (!reasons.isEmpty()) {
        NeededApproval.requireTime(latest(each), result.times().zone(), now);
      }
      var asking =
          decidesCheckIn(each) ? each.asking(CheckIn.within(policy.checkInMinutes())) : each;
      return asking.with(new Wanted(reasons, policy.approval().withinHours(), policy.counts()));
    }

    /** Whether somebody has to check in as the rules say by now. */
    private boolean decidesCheckIn(Decided each) {
      var before = each.plan().before();
      return before == null
          || elsewhere(each)
          || Offers.accepts(before, each.result())
          || !before.window().from().equals(each.result().window().from());
    }

    private List<Own> own(Party party) {
      return others.computeIfAbsent(
          party, one -> OwnRows.of(execute, one, policies.keySet(), changed(), now));
    }

    /** What is changed by this is not counted beside what it becomes. */
    private Set<Long> changed() {
      return decided.stream()
          .map(each -> each.plan().before())
          .flatMap(Stream::ofNullable)
          .map(Reservation::id)
          .collect(Collectors.toSet());
    }

    private Asked asked(Decided each) {
      var result = each.result();
      var before = elsewhere(each) ? null : each.plan().before();
      var fresh = before == null || Offers.accepts(before, result);
      var moved = before == null || fresh || moved(before, result);
      var handed =
          before == null || fresh || !OwnRows.key(party(before)).equals(OwnRows.key(party(result)));
      return new Asked(
          result.window(),
          before == null ? null : before.window(),
          handed,
          moved,
          before == null && decided.size() > 1,
          resources(result),
          result.times().zone(),
          now);
    }

    /** Whether it comes under other rules with this: it is held against them as what is new. */
    private boolean elsewhere(Decided each) {
      var before = each.plan().before();
      return before != null
          && !key(policies, party(before)).equals(key(policies, party(each.result())));
    }

    private List<String> reasons(Policy policy, Decided each) {
      var before = each.plan().before();
      var result = each.result();
      if (!each.free() || (before != null && !elsewhere(each) && approved(before, result))) {
        return List.of();
      }
      return NeededApproval.reasons(
          policy.approval(), result.window(), result.claims(), each.plan().resources());
    }
  }

  /** Whether nothing is asked for beyond what has been approved, or needed no approval. */
  private static boolean approved(Reservation before, Reservation result) {
    return before.phase() != Phase.REQUESTED
        && !Offers.accepts(before, result)
        && within(before, result);
  }

  /** Until when it can wait. */
  static Instant latest(Decided each) {
    var before = each.plan().before();
    var window = each.result().window();
    return before == null || before.phase() == Phase.REQUESTED
        ? window.from()
        : Replacement.latest(before, window);
  }

  private static Party party(Reservation reservation) {
    return reservation.details().party();
  }

  private static boolean moved(Reservation before, Reservation after) {
    return !before.window().equals(after.window()) || !resources(before).equals(resources(after));
  }

  /** But for limits, of which all of somebody's reservations have a share. */
  private static Set<Integer> resources(Reservation reservation) {
    return reservation.claims().stream()
        .map(Claim::resource)
        .filter(each -> !each.kind().limit())
        .map(Resource.Ref::id)
        .collect(Collectors.toSet());
  }

  /** Whether nobody has less by it than before. */
  private static boolean within(Reservation before, Reservation after) {
    var was = before.window();
    var is = after.window();
    return !is.from().isBefore(was.from())
        && !is.to().isAfter(was.to())
        && had(before).containsAll(had(after));
  }

  /** What it claims, whenever that is. */
  private static Set<Object> had(Reservation reservation) {
    return reservation.claims().stream()
        .filter(claim -> !claim.resource().kind().limit())
        .map(claim -> new Had(claim.resource(), claim.share()))
        .collect(Collectors.toSet());
  }

  /** What of a resource. */
  private record Had(Resource.Ref resource, @Nullable Amount share) {}
}
