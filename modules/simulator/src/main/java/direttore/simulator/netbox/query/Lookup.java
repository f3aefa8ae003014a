package direttore.simulator.netbox.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The comparisons of filters: what follows two underscores in their names. */
final class Lookup {
  private Lookup() {}

  /** Compares texts, or null where there is no such lookup. */
  static @Nullable Predicate<String> text(String lookup, List<String> values, boolean ignoreCase) {
    return switch (lookup) {
      case "" -> any(values, v -> t -> ignoreCase ? t.equalsIgnoreCase(v) : t.equals(v));
      case "n" -> any(values, v -> t -> ignoreCase ? t.equalsIgnoreCase(v) : t.equals(v)).negate();
      case "ic" -> any(values, v -> t -> lower(t).contains(lower(v)));
      case "nic" -> any(values, v -> t -> lower(t).contains(lower(v))).negate();
      case "isw" -> any(values, v -> t -> lower(t).startsWith(lower(v)));
      case "nisw" -> any(values, v -> t -> lower(t).startsWith(lower(v))).negate();
      case "iew" -> any(values, v -> t -> lower(t).endsWith(lower(v)));
      case "niew" -> any(values, v -> t -> lower(t).endsWith(lower(v))).negate();
      case "ie" -> any(values, v -> t -> t.equalsIgnoreCase(v));
      case "nie" -> any(values, v -> t -> t.equalsIgnoreCase(v)).negate();
      case "empty" -> t -> t.isEmpty() == truth(values.getLast());
      case "regex" -> any(values, v -> matching(v, 0));
      case "iregex" -> any(values, v -> matching(v, Pattern.CASE_INSENSITIVE));
      default -> null;
    };
  }

  /** Compares numbers, or null where there is no such lookup; an unset number is null. */
  static @Nullable Predicate<@Nullable BigDecimal> number(
      String parameter, String lookup, List<String> values) {
    if (lookup.equals("empty")) {
      var empty = truth(values.getLast());
      return n -> (n == null) == empty;
    }
    if (!List.of("", "n", "lt", "lte", "gt", "gte").contains(lookup)) {
      return null;
    }
    var numbers = values.stream().map(v -> parsed(parameter, v)).toList();
    var one = numbers.getLast();
    return switch (lookup) {
      case "n" -> n -> n == null || numbers.stream().noneMatch(v -> v.compareTo(n) == 0);
      case "lt" -> n -> n != null && n.compareTo(one) < 0;
      case "lte" -> n -> n != null && n.compareTo(one) <= 0;
      case "gt" -> n -> n != null && n.compareTo(one) > 0;
      case "gte" -> n -> n != null && n.compareTo(one) >= 0;
      default -> n -> n != null && numbers.stream().anyMatch(v -> v.compareTo(n) == 0);
    };
  }

  /** What a filter takes for true. */
  static boolean truth(String value) {
    return value.equalsIgnoreCase("true") || value.equals("1");
  }

  private static BigDecimal parsed(String parameter, String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new BadFilter(parameter, "Enter a whole number.");
    }
  }

  private static Predicate<String> matching(String pattern, int flags) {
    try {
      return Pattern.compile(pattern, flags).asPredicate();
    } catch (PatternSyntaxException e) {
      return t -> false;
    }
  }

  private static Predicate<String> any(
      List<String> values, java.util.function.Function<String, Predicate<String>> one) {
    var all = values.stream().map(one).toList();
    return t -> all.stream().anyMatch(p -> p.test(t));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
