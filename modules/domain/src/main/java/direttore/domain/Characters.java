package direttore.domain;

import java.util.Optional;

/** Which characters a text may have: those that PostgreSQL keeps and UTF-8 can carry. */
public final class Characters {
  private Characters() {}

  /** The rule that a text breaks, if it breaks one. */
  public static Optional<String> broken(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("must not contain the character 0");
    }
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? Optional.of("must not contain half of a surrogate pair")
        : Optional.empty();
  }
}
