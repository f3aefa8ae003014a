package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys of programs. */
public interface ApiTokens {
  /** Refuses with {@code WrongState} when the person has one of the name. */
  ApiToken make(
      UUID person, TokenName name, Role role, Secret secret, Instant now, Instant expires);

  /** The token of a secret, even one that has expired. */
  Optional<ApiToken> find(Secret secret);

  void used(UUID id, String address, Instant now);

  /** Somebody's, the latest first. */
  List<ApiToken> of(UUID person);

  /** Whether there was one. */
  boolean revoke(UUID person, UUID id);

  /** Revokes all of somebody's. */
  void revokeAll(UUID person);
}
