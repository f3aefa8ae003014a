package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, or may no longer.
 *
 * @param display the name for people
 * @param local whether a password is set here
 * @param oidc whether they sign in through the OpenID provider
 */
public record Person(
    UUID id,
    PersonName name,
    String display,
    boolean disabled,
    boolean local,
    boolean oidc,
    List<Grant> grants,
    Set<TeamName> teams,
    Instant created,
    @Nullable Instant lastSignIn) {
  public Person {
    grants = List.copyOf(grants);
    teams = Set.copyOf(teams);
  }

  /** Them, as they come in now. */
  public Actor actor(Actor.Via via) {
    return new Actor(id, name.value(), display, grants, teams, via);
  }
}
