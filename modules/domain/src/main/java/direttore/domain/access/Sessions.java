package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers. */
public interface Sessions {
  Session open(UUID person, Secret secret, Client client, Instant now, Instant expires);

  /** The session of a secret, even one that has expired. */
  Optional<Session> find(Secret secret);

  void seen(UUID id, Instant now);

  /** Somebody's, the latest first. */
  List<Session> of(UUID person, Instant now);

  /** Ends one of somebody's; whether there was one. */
  boolean end(UUID person, UUID id);

  /** Ends all of somebody's but one. */
  void endOthers(UUID person, @Nullable UUID except);

  /** Forgets what has expired. */
  void sweep(Instant now);
}
