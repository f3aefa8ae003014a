package direttore.domain.reservation;

import direttore.domain.Characters;
import direttore.domain.Refusal;
import direttore.domain.access.OneLine;
import java.util.Collection;
import java.util.regex.Pattern;

/** Checks of what people write. */
public final class ReservedText {
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+:-]{0,62}");
  private static final int MOST_TAGS = 50;

  /** As the names of devices in NetBox. */
  private static final int LONGEST_NAME = 64;

  private ReservedText() {}

  static void name(String field, String name) {
    line(field, name, 1, LONGEST_NAME);
  }

  /** On one line. */
  static void line(String field, String line, int least, int most) {
    text(field, line, least, most);
    if (!OneLine.of(line, Integer.MAX_VALUE).equals(line)) {
      throw new Refusal.Invalid(field, "must be on one line, without control characters");
    }
  }

  /** On any number of lines. */
  public static void text(String field, String text, int least, int most) {
    var length = text.codePointCount(0, text.length());
    if (length < least || length > most || (least > 0 && text.isBlank())) {
      throw new Refusal.Invalid(field, "must have %d to %d characters".formatted(least, most));
    }
    Characters.broken(text)
        .ifPresent(rule -> {
          throw new Refusal.Invalid(field, rule);
        });
  }

  public static void tags(String field, Collection<String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw new Refusal.Invalid(field, "must be %d at most".formatted(MOST_TAGS));
    }
    for (var tag : tags) {
      if (!TAG.matcher(tag).matches()) {
        throw new Refusal.Invalid(
            field, "must be words of letters, digits and _ . + : -, 63 characters at most");
      }
    }
  }
}
