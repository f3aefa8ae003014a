package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is let in, and their teams. Of who was deleted the name is left, so that what they
 * did stays theirs.
 */
public interface People {
  Optional<Person> find(PersonName name);

  Optional<Person> find(UUID id);

  /** Whom a server that vouches for people knows by a subject. */
  Optional<Person> find(String issuer, String subject);

  /** Whether a name is somebody's, or was before they were deleted. */
  boolean taken(PersonName name);

  /** By name. */
  List<Person> all();

  /** Whether there is nobody yet. */
  boolean none();

  /**
   * Adds somebody, who cannot sign in yet. Refuses with {@code WrongState} when the name is taken,
   * with {@code Unknown} when there is no such team.
   */
  Person add(PersonName name, String display, List<Grant> grants, Set<TeamName> teams);

  /**
   * Changes somebody. Refuses with {@code NotFound}, with {@code Unknown} for a team that there is
   * not, and with {@code WrongState} when no administrator would be left.
   */
  Person change(PersonName name, PersonChange change);

  /**
   * Adds somebody whom another server vouches for. Refuses with {@code WrongState} when the name is
   * taken by somebody else; whoever is known by the subject already is answered as they are.
   *
   * @param until when the server's word no longer counts
   */
  Person addVouched(
      PersonName name,
      String display,
      String issuer,
      String subject,
      Set<String> groups,
      Instant until);

  /**
   * Deletes somebody for good: their password, sessions, API tokens, links, roles, teams and
   * bounds, and who they are elsewhere. What they ordered and did keeps their name, which nobody
   * gets again. Refuses with {@code NotFound}, and with {@code WrongState} while they have guests
   * or an operation of theirs goes on, or when no administrator would be left.
   */
  void delete(PersonName name);

  /** Who they are at the server that vouches for them, if any does. */
  Optional<Identity> identity(PersonName name);

  /** Somebody as another server knows them. */
  record Identity(String issuer, String subject) {}

  /**
   * Lets somebody sign in through another server from now on, in the place of whoever it knew them
   * as before. Refuses with {@code NotFound}, and with {@code WrongState} when the server's subject
   * is somebody else here.
   */
  Person connect(PersonName name, Identity identity);

  /**
   * Lets somebody no longer sign in through another server; their sessions end. Refuses with {@code
   * NotFound}.
   */
  Person disconnect(PersonName name);

  /** Says of all whom one issuer knows that another does now; how many they were. */
  long move(String issuer, String to);

  /**
   * Keeps what the other server says of somebody.
   *
   * @param display their name for people there; null leaves it as it is
   * @param until when it no longer counts
   */
  Person vouch(UUID person, @Nullable String display, Set<String> groups, Instant until);

  /** The hash of somebody's password, when they have one. */
  Optional<String> passwordHash(UUID person);

  void setPassword(UUID person, String hash);

  void signedIn(UUID person, Instant now);

  /** By name. */
  List<Team> teams();

  /** Refuses with {@code WrongState} when there is one of the name. */
  Team addTeam(TeamName name);

  /** Refuses with {@code NotFound}, and with {@code WrongState} while it has members or guests. */
  void removeTeam(TeamName name);
}
