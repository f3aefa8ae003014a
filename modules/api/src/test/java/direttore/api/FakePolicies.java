package direttore.api;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.policy.Policies;
import direttore.domain.reservation.policy.Policy;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Policies in memory. */
public final class FakePolicies implements Policies {
  private final SortedMap<TeamName, Policy> teams = new TreeMap<>();
  private @Nullable Policy general;

  @Override
  public synchronized Optional<Policy> general() {
    return Optional.ofNullable(general);
  }

  @Override
  public synchronized SortedMap<TeamName, Policy> ofTeams() {
    return new TreeMap<>(teams);
  }

  @Override
  public synchronized void set(@Nullable TeamName team, @Nullable Policy policy) {
    if (team == null) {
      general = policy;
    } else if (policy == null) {
      teams.remove(team);
    } else {
      teams.put(team, policy);
    }
  }
}
