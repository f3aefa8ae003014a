package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Replacement;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.policy.Policy;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    if (bound() == null) {
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

  /** Who is bound, unless all that they ask for is theirs to decide. */
  private @Nullable Actor bound() {
    return by == null || by.changesAll() ? null : by;
  }

  /**
   * The same with why somebody has to approve them. Refuses with {@code RuleBroken} the first that
   * breaks rules.
   */
  List<Decided> checked(DbExecute execute, List<Decided> decided) {
    var bound = bound();
    return bound == null ? decided : turn(execute, bound, decided).checked();
  }

  /** What of what is free instead of what was refused they may have. */
  SlotRules instead(DbExecute execute, Decided refused) {
    var bound = bound();
    return bound == null
        ? SlotRules.NONE
        : new RuledSlots(bound, turn(execute, bound, List.of(refused)), refused.plan());
  }

  private RuledTurn turn(DbExecute execute, Actor bound, List<Decided> decided) {
    return new RuledTurn(execute, bound, PgPolicies.all(execute), decided, clock.get());
  }

  /** The one of the team, or else that of all who have none of their own. */
  static Policy policy(Map<String, Policy> policies, Party party) {
    return Optional.ofNullable(policies.get(key(policies, party))).orElse(Policy.FREE);
  }

  /** The name of that team; empty for all who have none of their own. */
  static String key(Map<String, Policy> policies, Party party) {
    var team = party.team();
    return team != null && policies.containsKey(team.value()) ? team.value() : "";
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
}
