package direttore.domain.reservation.policy;

import direttore.domain.access.TeamName;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where policies live: one for each team that has one of its own, and one for all others. */
public interface Policies {
  /** That for all who have none of their own; empty where nothing is ruled. */
  Optional<Policy> general();

  /** Those of teams. */
  SortedMap<TeamName, Policy> ofTeams();

  /**
   * Sets it, or takes it away where it is null. Refuses with {@code NotFound} for a team that there
   * is not.
   *
   * @param team null for the general one
   */
  void set(@Nullable TeamName team, @Nullable Policy policy);

  /** What holds for what a team reserves, or somebody without one. */
  default Policy holding(@Nullable TeamName team) {
    var own = team == null ? null : ofTeams().get(team);
    return own == null ? general().orElse(Policy.FREE) : own;
  }
}
