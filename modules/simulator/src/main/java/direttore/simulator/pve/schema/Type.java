package direttore.simulator.pve.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The type of a property, judged as Perl's PVE::JSONSchema::check_type does. */
enum Type {
  STRING,
  BOOLEAN,
  INTEGER,
  NUMBER,
  ARRAY;

  private static final Pattern WHOLE = Pattern.compile("^[+-]?[0-9]+$");
  private static final Pattern DECIMAL =
      Pattern.compile("^[+-]?([0-9]+\\.[0-9]+|[0-9]+\\.|\\.[0-9]+|[0-9]+)([eE][+-]?[0-9]+)?$");

  /** What is wrong with the type of a sent value, or null. */
  @Nullable String complaint(Object value) {
    if (this == ARRAY) {
      return value instanceof List ? null : failed();
    }
    if (value instanceof List) {
      return failed() + " - got ARRAY";
    }
    if (value instanceof Boolean) {
      return this == BOOLEAN ? null : failed() + " - got JSON::PP::Boolean";
    }
    var text = text(value);
    return accepts(text) ? null : failed() + " - got '" + text + "'";
  }

  private boolean accepts(String text) {
    return switch (this) {
      case BOOLEAN -> text.equals("0") || text.equals("1");
      case INTEGER -> WHOLE.matcher(text).find();
      case NUMBER -> isNumber(text);
      case STRING, ARRAY -> true;
    };
  }

  private String failed() {
    return "type check ('%s') failed".formatted(name().toLowerCase(Locale.ROOT));
  }

  /** The value as Perl prints it. */
  static String text(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? "1" : "0";
      case Double number -> print(number);
      case Float number -> print(number);
      default -> String.valueOf(value);
    };
  }

  static boolean isNumber(String text) {
    return DECIMAL.matcher(text).find();
  }

  /** A number without a fraction that is zero. */
  static String print(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
