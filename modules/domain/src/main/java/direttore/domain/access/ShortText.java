package direttore.domain.access;

import direttore.domain.Refusal;

/** What people call something: on one line, not blank, and not too long for a list. */
final class ShortText {
  private static final int LONGEST = 100;

  private ShortText() {}

  /** The text without blanks around it. */
  static String checked(String field, String text) {
    // Before it is stripped: the contract bounds what is sent.
    if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
      throw new Refusal.Invalid(field, "must have 1 to %d characters".formatted(LONGEST));
    }
    var stripped = text.strip();
    if (!OneLine.isPlain(stripped)) {
      throw new Refusal.Invalid(field, "must be on one line, without control characters");
    }
    return stripped;
  }
}
