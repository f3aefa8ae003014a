package direttore.api;

import direttore.domain.access.TeamName;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Allowances;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Allowances in memory. */
public final class FakeAllowances implements Allowances {
  public Allowance users = Allowance.ALL;
  private final Map<TeamName, Allowance> teams = new HashMap<>();

  @Override
  public Allowance forUsers() {
    return users;
  }

  @Override
  public Optional<Allowance> of(TeamName team) {
    return Optional.ofNullable(teams.get(team));
  }

  @Override
  public void set(TeamName team, @Nullable Allowance allowance) {
    teams.compute(team, (of, before) -> allowance);
  }
}
