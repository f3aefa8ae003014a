package direttore.store.reservation;

import direttore.domain.reservation.Party;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.waiting.OfferRules;
import direttore.domain.reservation.waiting.WaitingEntry;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which rules those are offered something who wait, as things are at one moment. */
final class WaitingRules {
  private final DbExecute execute;
  private final Instant now;
  private final Map<String, Policy> policies;
  private final Map<Party, List<Own>> own = new HashMap<>();

  WaitingRules(DbExecute execute, Instant now) {
    this.execute = execute;
    this.now = now;
    this.policies = PgPolicies.all(execute);
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

  /** Whether it breaks none, as far as it is known before something is found for it. */
  boolean allow(WaitingEntry entry) {
    return !entry.ruled() || of(entry).broken(entry.wish()).isEmpty();
  }
}
