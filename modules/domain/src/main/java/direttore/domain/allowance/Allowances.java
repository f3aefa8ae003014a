package direttore.domain.allowance;

import direttore.domain.access.TeamName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What guests may be put on: for everybody who is no operator, and for teams of their own. */
public interface Allowances {
  /** For guests without a team, and of teams that have none of their own; set by the operator. */
  Allowance forUsers();

  /** That of a team alone, empty where it has none. */
  Optional<Allowance> of(TeamName team);

  /**
   * Gives a team one of its own, or with null none. Refuses with {@code NotFound} when there is no
   * such team.
   */
  void set(TeamName team, @Nullable Allowance allowance);

  /** What holds for a guest of a team, or of none. */
  default Allowance holding(@Nullable TeamName team) {
    return Optional.ofNullable(team).flatMap(this::of).orElseGet(this::forUsers);
  }
}
