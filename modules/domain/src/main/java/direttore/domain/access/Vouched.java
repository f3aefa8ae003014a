package direttore.domain.access;

import java.util.Optional;
import java.util.Set;

/**
 * What another server says of somebody.
 *
 * @param issuer which server says so
 * @param subject who they are there, for ever
 * @param name what they would like to be called in a list, any text
 * @param email their address, in whose first part a name may be found; or empty
 * @param display their name for people
 * @param groups where they belong, in that server's words
 */
public record Vouched(
    String issuer,
    String subject,
    String name,
    Optional<String> email,
    String display,
    Set<String> groups) {
  public Vouched {
    groups = Set.copyOf(groups);
    email = email.map(address -> address.replaceFirst("@.*", ""));
  }

  /** Somebody who says no address. */
  public Vouched(String issuer, String subject, String name, String display, Set<String> groups) {
    this(issuer, subject, name, Optional.empty(), display, groups);
  }
}
