package direttore.store.reservation;

import direttore.domain.reservation.Party;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.waiting.OfferRules;
import direttore.domain.reservation.waiting.WaitingEntry;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** By which rules those are offered something who wait, as things are at one moment. */
final class WaitingRules {
  private final DbExecute execute;
  private final Instant now;
  private final Map<String, Policy> policies;
  private final Set<Long> disabled;
  private final Map<Party, List<Own>> own = new HashMap<>();

  WaitingRules(DbExecute execute, Instant now) {
    this.execute = execute;
    this.now = now;
    this.policies = PgPolicies.all(execute);
    this.disabled = WaitingRows.disabled(execute);
  }

  OfferRules of(WaitingEntry entry) {
    return entry.ruled() ? of(entry.party()) : OfferRules.none(now);
  }

  OfferRules of(Party party) {
    var policy = Ruled.policy(policies, party);
    return new OfferRules(policy, policy.counts() ? own(party) : List.of(), now);
  }

  private List<Own> own(Party party) {
    return own.computeIfAbsent(
        party, one -> OwnRows.of(execute, one, policies.keySet(), Set.of(), now));
  }

  /** Whether something may be offered to it now, as far as is known before it is found. */
  boolean allow(WaitingEntry entry) {
    return heldBack(entry).isEmpty();
  }

  /** Why nothing may be offered to it, in a sentence. */
  Optional<String> heldBack(WaitingEntry entry) {
    if (disabled.contains(entry.id())) {
      return Optional.of("The account of %s is disabled.".formatted(entry.party().requester()));
    }
    var broken = entry.ruled() ? of(entry).broken(entry.wish()) : List.<BrokenRule>of();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(broken.stream().map(BrokenRule::sentence).collect(Collectors.joining(" ")));
  }
}
