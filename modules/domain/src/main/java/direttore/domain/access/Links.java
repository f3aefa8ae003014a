package direttore.domain.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Links that let somebody in once, to set a password. */
public interface Links {
  /** Keeps a new link of somebody's; their earlier ones no longer work. */
  void keep(UUID person, Secret secret, Instant expires);

  /** Uses the link up; whose it was, if it was good. */
  Optional<UUID> use(Secret secret, Instant now);

  /** The person whom the link of a secret lets in, without using it up; empty as {@link #use}. */
  Optional<UUID> find(Secret secret, Instant now);
}
