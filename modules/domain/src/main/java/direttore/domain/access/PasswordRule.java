package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a password must be: long, and not what everybody tries first (NIST SP 800-63B, 5.1.1.2). No
 * rules on kinds of characters: they make passwords worse.
 */
final class PasswordRule {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 1024;
  private static final int FEWEST_DIFFERENT = 5;
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn");

  private PasswordRule() {}

  /** Refuses what is too short, too long, or too well known. */
  static void check(String field, String password, PersonName person) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new Refusal.Invalid(field, "must have %d characters or more".formatted(SHORTEST));
    }
    if (password.length() > LONGEST) {
      throw new Refusal.Invalid(field, "must have at most %d characters".formatted(LONGEST));
    }
    if (wellKnown(password, person)) {
      throw new Refusal.Invalid(
          field, "is a commonly used password; take a few words that nobody would expect");
    }
  }

  private static boolean wellKnown(String password, PersonName person) {
    var plain = password.toLowerCase(Locale.ROOT);
    // Digits and signs around a word hide it as little as those within it.
    var core = unleet(plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")).replaceAll("[^\\p{L}]", "");
    var name = person.value().replaceAll("@.*", "").replaceAll("[^\\p{L}]", "");
    return plain.chars().distinct().count() < FEWEST_DIFFERENT
        || isRun(plain)
        || CommonPasswords.hold(
            new HashSet<>(List.of(plain, core, plain.replaceAll("[^\\p{L}]", ""))))
        || (!name.isEmpty() && core.replace(name, "").length() < 3 && core.contains(name));
  }

  /** Whether it only walks along an alphabet or a keyboard, there or back, perhaps repeatedly. */
  private static boolean isRun(String plain) {
    var back = new StringBuilder(plain).reverse().toString();
    for (var run : RUNS) {
      var endless = run.repeat(2 + plain.length() / run.length());
      if (endless.contains(plain) || endless.contains(back)) {
        return true;
      }
    }
    return false;
  }

  private static String unleet(String text) {
    return text.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }
}
