package direttore.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers. */
public interface Sessions {
  /** For how long it is kept where somebody came from. */
  Duration MEMORY = Duration.ofDays(90);

  Session open(UUID person, Secret secret, Client client, Instant now, Instant expires);

  /**
   * As {@link #open}, for somebody whom another server vouched for.
   *
   * @param there the session at that server that it goes with; null where it did not say
   */
  Session openVouched(
      UUID person,
      Secret secret,
      Client client,
      Instant now,
      Instant expires,
      @Nullable String there);

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

  /** Ends those of somebody's that go with a session at the server that vouched for them. */
  void endThere(UUID person, String there);

  /**
   * Ends the sessions that another server vouched for and says to have ended; those of which it
   * never said which of its sessions they go with end with any of their person's. Answers whose
   * they were; empty where the word was heard before, as nobody may end sessions by repeating it.
   */
  Optional<Set<UUID>> end(ProviderLogout logout, Instant now);

  /** Forgets what has expired, and where nobody came from in {@link #MEMORY}. */
  void sweep(Instant now);
}
