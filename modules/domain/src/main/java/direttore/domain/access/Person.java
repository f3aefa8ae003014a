package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, or may no longer.
 *
 * @param display the name for people
 * @param local whether a password is set here
 * @param oidc whether they sign in through the OpenID provider
 * @param given what they may do, as somebody who manages people said
 * @param provided what they may do besides, as the provider's groups said at their last sign-in
 */
public record Person(
    UUID id,
    PersonName name,
    String display,
    boolean disabled,
    boolean local,
    boolean oidc,
    List<Grant> given,
    List<Grant> provided,
    Set<TeamName> teams,
    Instant created,
    @Nullable Instant lastSignIn) {
  public Person {
    given = List.copyOf(given);
    provided = List.copyOf(provided);
    teams = Set.copyOf(teams);
  }

  /** All that they may do. */
  public List<Grant> grants() {
    return Stream.concat(given.stream(), provided.stream()).distinct().toList();
  }

  /** Them, as they come in now. */
  public Actor actor(Actor.Via via) {
    return new Actor(id, name.value(), display, grants(), teams, via);
  }
}
