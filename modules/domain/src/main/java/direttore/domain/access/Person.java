package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, or may no longer.
 *
 * @param display the name for people
 * @param local whether a password is set here
 * @param oidc whether they sign in through the OpenID provider
 * @param given what they may do, as somebody who manages people said
 * @param provided what they may do besides, as the provider's groups and the settings say
 * @param givenTeams whose member they are, as somebody who manages people said
 * @param providedTeams whose member they are besides, as the provider's groups say
 * @param vouched whether the provider's word about them counts now
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
    Set<TeamName> givenTeams,
    Set<TeamName> providedTeams,
    boolean vouched,
    Instant created,
    @Nullable Instant lastSignIn) {
  public Person {
    given = List.copyOf(given);
    provided = List.copyOf(provided);
    givenTeams = Set.copyOf(givenTeams);
    providedTeams = Set.copyOf(providedTeams);
  }

  /** All that they may do. */
  public List<Grant> grants() {
    return Stream.concat(given.stream(), provided.stream()).distinct().toList();
  }

  /**
   * Whether what they carry lets them in: whoever can come in through another server only is out
   * when its word no longer holds.
   */
  public boolean admitted() {
    return !disabled && (local || !oidc || vouched);
  }

  /** All teams that they are of. */
  public Set<TeamName> teams() {
    return Stream.concat(givenTeams.stream(), providedTeams.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Them, as they come in now. */
  public Actor actor(Actor.Via via) {
    return new Actor(id, name.value(), display, grants(), teams(), via);
  }
}
