package direttore.domain.access;

import java.util.Set;

/**
 * What another server says of somebody.
 *
 * @param issuer which server says so
 * @param subject who they are there, for ever
 * @param name what they would like to be called in a list, any text
 * @param display their name for people
 * @param groups where they belong, in that server's words
 */
public record Vouched(
    String issuer, String subject, String name, String display, Set<String> groups) {
  public Vouched {
    groups = Set.copyOf(groups);
  }
}
