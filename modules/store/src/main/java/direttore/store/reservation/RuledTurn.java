package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.policy.Asked;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.NeededApproval;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.PolicyBounds;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decisions of one turn, held against the rules: each beside those before it. */
final class RuledTurn {
  private final DbExecute execute;
  private final Actor by;
  private final Map<String, Policy> policies;
  private final List<Decided> decided;
  private final Map<Party, List<Own>> others = new HashMap<>();
  private final Instant now;

  /**
   * Decisions about what one person asks for.
   *
   * @param by who is bound
   */
  RuledTurn(
      DbExecute execute,
      Actor by,
      Map<String, Policy> policies,
      List<Decided> decided,
      Instant now) {
    this.execute = execute;
    this.by = by;
    this.policies = policies;
    this.decided = decided;
    this.now = now;
  }

  List<Decided> checked() {
    var checked = new ArrayList<Decided>();
    for (var each : decided) {
      requireTeamKept(each);
      checked.add(bound(each) ? checked(each) : each);
    }
    return checked;
  }

  /** Another team would have other rules, and others who approve. */
  private void requireTeamKept(Decided each) {
    var before = each.plan().before();
    if (before != null
        && !Objects.equals(team(before), team(each.result()))
        && ApprovalRows.needed(execute, before.id())) {
      ReservationRights.requireTeamKept(by, before);
    }
  }

  private static @Nullable TeamName team(Reservation reservation) {
    return reservation.details().party().team();
  }

  /** Between which moments the rules let a reservation begin, by what else whoever has it has. */
  PolicyBounds bounds(Reservation reservation) {
    return new PolicyBounds(policy(reservation), own(reservation), now);
  }

  /** Whether rules are in the way of nothing of it. */
  boolean allows(Decided each) {
    return !bound(each) || broken(each).isEmpty();
  }

  /** Whether rules bind whoever asks for it. */
  boolean bound(Decided each) {
    var result = each.result();
    // Where something is in the way it is not known whose nodes they would be.
    return result.kind() == ReservationKind.BOOKING
        && !ReservationRights.operates(by, result)
        && (each.free() || !by.operatesSomewhere());
  }

  private Decided checked(Decided each) {
    var broken = broken(each);
    if (!broken.isEmpty()) {
      throw new Refusal.RuleBroken(broken);
    }
    var result = each.result();
    var policy = policy(result);
    if (each.free()) {
      own(result).add(new Own(result.window(), true, resources(result)));
    }
    var reasons = reasons(policy, each);
    var asking = decidesCheckIn(each) ? each.asking(CheckIn.within(policy.checkInMinutes())) : each;
    return asking.with(new Wanted(reasons, policy.approval().withinHours(), policy.counts()));
  }

  private List<BrokenRule> broken(Decided each) {
    var result = each.result();
    var policy = policy(result);
    var broken = PolicyRules.broken(policy, asked(each), own(result));
    return broken.isEmpty() && !reasons(policy, each).isEmpty()
        ? NeededApproval.tooLate(Ruled.latest(each), result.times().zone(), now)
        : broken;
  }

  private Policy policy(Reservation reservation) {
    return Ruled.policy(policies, reservation.details().party());
  }

  /** Whether somebody has to check in as the rules say by now. */
  private boolean decidesCheckIn(Decided each) {
    var before = each.plan().before();
    return before == null
        || elsewhere(each)
        || Offers.accepts(before, each.result())
        || !before.window().from().equals(each.result().window().from());
  }

  /** What else whoever has it has, where the rules count it. */
  private List<Own> own(Reservation reservation) {
    return policy(reservation).counts()
        ? others.computeIfAbsent(
            reservation.details().party(),
            one -> OwnRows.of(execute, one, policies.keySet(), changed(), now))
        : new ArrayList<>();
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
        before == null
            || fresh
            || !OwnRows.key(before.details().party()).equals(OwnRows.key(result.details().party()));
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
    return before != null && !key(before).equals(key(each.result()));
  }

  private String key(Reservation reservation) {
    return Ruled.key(policies, reservation.details().party());
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

  /** Whether nothing is asked for beyond what has been approved, or needed no approval. */
  private static boolean approved(Reservation before, Reservation result) {
    return before.phase() != Phase.REQUESTED
        && !Offers.accepts(before, result)
        && within(before, result);
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
