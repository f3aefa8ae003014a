package direttore.simulator.netbox.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters of stamps. */
final class Moments {
  private Moments() {}

  /** Compares stamps, or null where there is no such lookup. */
  static @Nullable Predicate<String> stamp(String parameter, String lookup, List<String> values) {
    if (lookup.equals("empty")) {
      var empty = Lookup.truth(values.getLast());
      return t -> t.isEmpty() == empty;
    }
    if (!List.of("", "n", "lt", "lte", "gt", "gte").contains(lookup)) {
      return null;
    }
    var moments = values.stream().map(v -> parsed(parameter, v)).toList();
    var one = moments.getLast();
    return t -> {
      if (t.isEmpty()) {
        return false;
      }
      var order = Instant.parse(t).compareTo(one);
      return switch (lookup) {
        case "lt" -> order < 0;
        case "lte" -> order <= 0;
        case "gt" -> order > 0;
        case "gte" -> order >= 0;
        case "n" -> !moments.contains(Instant.parse(t));
        default -> moments.contains(Instant.parse(t));
      };
    };
  }

  private static Instant parsed(String parameter, String value) {
    var text = value.replace(' ', 'T').replaceFirst("T(\\d\\d:\\d\\d)$", "+$1");
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadFilter(parameter, "Enter a valid date/time.");
    }
  }
}
