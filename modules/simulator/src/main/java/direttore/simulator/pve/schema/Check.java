package direttore.simulator.pve.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One restriction of a value; declared in the order in which PVE::JSONSchema::check_prop asks. */
sealed interface Check {

  /** What is wrong with the value, or null. */
  @Nullable String complaint(String path, String value);

  /** The position in check_prop's order. */
  int rank();

  /** {@code format}: by name or as a property string. */
  record HasFormat(String name) implements Check {
    @Override
    public @Nullable String complaint(String path, String value) {
      try {
        Formats.verify(name, path, value);
        return null;
      } catch (Format.Malformed e) {
        return "invalid format - " + e.text() + "\n";
      }
    }

    @Override
    public int rank() {
      return 0;
    }
  }

  /** {@code pattern}: anchored at both ends. */
  record Matches(String regex, Pattern pattern) implements Check {
    Matches(String regex) {
      this(regex, Pattern.compile("^" + regex + "$"));
    }

    @Override
    public @Nullable String complaint(String path, String value) {
      return pattern.matcher(value).find() ? null : "value does not match the regex pattern";
    }

    @Override
    public int rank() {
      return 1;
    }
  }

  /** {@code maxLength} in characters. */
  record AtMostLong(int length) implements Check {
    @Override
    public @Nullable String complaint(String path, String value) {
      return value.codePointCount(0, value.length()) > length
          ? "value may only be %d characters long".formatted(length)
          : null;
    }

    @Override
    public int rank() {
      return 2;
    }
  }

  /** {@code minLength} in characters. */
  record AtLeastLong(int length) implements Check {
    @Override
    public @Nullable String complaint(String path, String value) {
      return value.codePointCount(0, value.length()) < length
          ? "value must be at least %d characters long".formatted(length)
          : null;
    }

    @Override
    public int rank() {
      return 3;
    }
  }

  /** {@code maximum} of whatever looks like a number. */
  record AtMost(double limit) implements Check {
    @Override
    public @Nullable String complaint(String path, String value) {
      return Type.isNumber(value) && Double.parseDouble(value) > limit
          ? "value must have a maximum value of " + Type.print(limit)
          : null;
    }

    @Override
    public int rank() {
      return 4;
    }
  }

  /** {@code minimum} of whatever looks like a number. */
  record AtLeast(double limit) implements Check {
    @Override
    public @Nullable String complaint(String path, String value) {
      return Type.isNumber(value) && Double.parseDouble(value) < limit
          ? "value must have a minimum value of " + Type.print(limit)
          : null;
    }

    @Override
    public int rank() {
      return 5;
    }
  }

  /** {@code enum}. */
  record OneOf(List<String> values) implements Check {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public @Nullable String complaint(String path, String value) {
      return values.contains(value)
          ? null
          : "value '%s' does not have a value in the enumeration '%s'"
              .formatted(value, String.join(", ", values));
    }

    @Override
    public int rank() {
      return 6;
    }
  }
}
