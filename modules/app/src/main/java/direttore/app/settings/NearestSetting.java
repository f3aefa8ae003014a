package direttore.app.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The setting that somebody probably meant who wrote a name that none has. */
final class NearestSetting {
  /** From this length on two letters may be wrong; in a shorter name two make another word. */
  private static final int LONG = 14;

  /** With fewer words, one less or more is too often a name of something else. */
  private static final int WORDS = 3;

  private static final Pattern PLURAL_OF_Y = Pattern.compile("IES(?=_|$)");
  private static final Pattern PLURAL = Pattern.compile("S(?=_|$)");

  private NearestSetting() {}

  /** The likest known name; empty where none is like it. */
  static Optional<String> of(String name) {
    return known()
        .filter(known -> alike(name, known))
        .min(Comparator.comparingInt(known -> distance(name, known)));
  }

  private static Stream<String> known() {
    return Arrays.stream(Setting.values())
        .flatMap(s -> s.isSecret() ? Stream.of(s.name(), s.name() + "_FILE") : Stream.of(s.name()));
  }

  private static boolean alike(String name, String known) {
    var most = known.length() < LONG ? 1 : 2;
    return isNear(name, known, most)
        || singular(name).equals(singular(known))
        || differByAWord(words(name), words(known));
  }

  /**
   * A difference in length alone is a distance, and mostly too long a one: that spares the count.
   */
  private static boolean isNear(String name, String known, int most) {
    return Math.abs(name.length() - known.length()) <= most && distance(name, known) <= most;
  }

  /** Whether one has a word less, but the first, by which other programs' names differ. */
  private static boolean differByAWord(List<String> name, List<String> known) {
    return known.size() >= WORDS && (lacksOne(name, known) || lacksOne(known, name));
  }

  private static boolean lacksOne(List<String> shorter, List<String> longer) {
    if (shorter.size() != longer.size() - 1) {
      return false;
    }
    var at = 0;
    while (at < shorter.size() && shorter.get(at).equals(longer.get(at))) {
      at++;
    }
    return at > 0
        && shorter.subList(at, shorter.size()).equals(longer.subList(at + 1, longer.size()));
  }

  private static List<String> words(String name) {
    return List.of(name.split("_", -1));
  }

  private static String singular(String name) {
    return PLURAL.matcher(PLURAL_OF_Y.matcher(name).replaceAll("Y")).replaceAll("");
  }

  /** How many letters are wrong, missing, too many, or swapped with the next one. */
  private static int distance(String one, String other) {
    var counts = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        counts[i][j] = i == 0 || j == 0 ? i + j : least(counts, one, i, other, j);
      }
    }
    return counts[one.length()][other.length()];
  }

  private static int least(int[][] counts, String one, int i, String other, int j) {
    var wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    var least =
        Math.min(counts[i - 1][j - 1] + wrong, Math.min(counts[i - 1][j], counts[i][j - 1]) + 1);
    var swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, counts[i - 2][j - 2] + 1) : least;
  }
}
