package direttore.domain.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another server says of somebody.
 *
 * @param issuer which server says so
 * @param subject who they are there, for ever
 * @param name what they would like to be called in a list, any text
 * @param email their address, in whose first part a name may be found; or empty
 * @param display their name for people
 * @param groups where they belong, in that server's words
 * @param renewal what the server can be asked again with
 */
public record Vouched(
    String issuer,
    String subject,
    String name,
    Optional<String> email,
    String display,
    Set<String> groups,
    Renewal renewal) {
  /**
   * What a server can be asked again with whether its word still holds.
   *
   * @param refresh a refresh token, or null where the server gave none
   * @param idToken what it said, signed, or null
   * @param session which of their sessions at that server it is of, or null where it does not say
   */
  public record Renewal(
      @Nullable String refresh, @Nullable String idToken, @Nullable String session) {
    /** Nothing: the word is good for its time. */
    public static final Renewal NONE = new Renewal(null, null, null);

    @Override
    public String toString() {
      return "renewal";
    }
  }

  public Vouched {
    groups = Set.copyOf(groups);
    email = email.map(address -> address.replaceFirst("@.*", ""));
  }

  /** Somebody who says no address. */
  public Vouched(String issuer, String subject, String name, String display, Set<String> groups) {
    this(issuer, subject, name, Optional.empty(), display, groups, Renewal.NONE);
  }
}
