package direttore.domain.access;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a name to sign in with of what somebody is called elsewhere, in any script. */
final class PlainName {
  private static final int LONGEST = 63;

  /** As many namesakes as are told apart by a number. */
  private static final int NAMESAKES = 99;

  // Letters that no accent makes: what Unicode decomposes (é, ü, ć) is not listed.
  private static final Map<Integer, String> LETTERS =
      letters(
          "ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ ng",
          "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh",
          "ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz",
          "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y",
          "φ f χ ch ψ ps ω o");

  private PlainName() {}

  private static Map<Integer, String> letters(String... lines) {
    var all = new HashMap<Integer, String>();
    for (var line : lines) {
      var parts = line.split(" ", -1);
      for (var i = 0; i < parts.length; i += 2) {
        all.put(parts[i].codePointAt(0), parts[i + 1].replace("-", ""));
      }
    }
    return Map.copyOf(all);
  }

  /**
   * The names that would do, best first: the plain one, then the same with numbers. What comes from
   * a script that is not known here falls back on the part of an address before its host, and in
   * the end on the subject.
   */
  static Stream<PersonName> of(Vouched vouched) {
    var plain =
        plain(vouched.name())
            .or(() -> vouched.email().flatMap(PlainName::plain))
            .orElseGet(() -> "user-" + plain(vouched.subject()).orElse("x"));
    return Stream.concat(
            Stream.of(cut(plain, LONGEST)),
            IntStream.rangeClosed(2, NAMESAKES).mapToObj(n -> numbered(plain, n)))
        .map(PersonName::new);
  }

  private static String numbered(String plain, int number) {
    var end = "-" + number;
    return cut(plain, LONGEST - end.length()) + end;
  }

  private static String cut(String name, int longest) {
    return name.length() > longest ? name.substring(0, longest) : name;
  }

  private static Optional<String> plain(String name) {
    var latin =
        Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .codePoints()
            .mapToObj(c -> LETTERS.getOrDefault(c, Character.toString(c)))
            .collect(Collectors.joining());
    var plain =
        latin
            .replaceAll("[^a-z0-9._@-]+", "-")
            .replaceFirst("^[^a-z0-9]+", "")
            .replaceFirst("-+$", "");
    // Of a name in a script that is not known nothing is left but its blanks and digits.
    return plain.chars().anyMatch(Character::isLetter) ? Optional.of(plain) : digits(name, plain);
  }

  /** Numbers alone are a name where the provider's is one, as matriculation numbers are. */
  private static Optional<String> digits(String name, String plain) {
    return !plain.isEmpty() && name.codePoints().noneMatch(Character::isLetter)
        ? Optional.of(plain)
        : Optional.empty();
  }
}
