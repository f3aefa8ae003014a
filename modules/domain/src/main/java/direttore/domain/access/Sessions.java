package direttore.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers. */
public interface Sessions {
  /** For how long it is kept where somebody came from. */
  Duration MEMORY = Duration.ofDays(90);

  Session open(UUID person, Secret secret, Client client, Instant now, Instant expires);

  /** The session of a secret, even one that has expired. */
  Optional<Session> find(Secret secret);

  void seen(UUID id, Instant now);

  /** Somebody's, the latest first. */
  List<Session> of(UUID person, Instant now);

  /** Whether somebody opened a session from an address, though it may have ended since. */
  boolean cameFrom(PersonName name, String address);

  /** Ends one of somebody's; whether there was one. */
  boolean end(UUID person, UUID id);

  /** Ends all of somebody's but one. */
  void endOthers(UUID person, @Nullable UUID except);

  /** Forgets what has expired, and where nobody came from in {@link #MEMORY}. */
  void sweep(Instant now);
}
