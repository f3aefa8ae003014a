package direttore.simulator.pve.schema;

import java.util.Arrays;
import java.util.List;

/** The named formats of PVE::JSONSchema, texts and property strings alike. */
final class Formats {
  private Formats() {}

  /** The format of exactly that name. */
  static Format named(String name) {
    var format = ApiSchema.pve().format(name);
    if (format == null) {
      throw new IllegalStateException("undefined format '%s'".formatted(name));
    }
    return format;
  }

  /** Verifies a value; {@code -list} means each part, {@code -opt} only if not empty. */
  static void verify(String name, String path, String value) throws Format.Malformed {
    var format = named(withoutSuffix(name));
    if (name.endsWith("-list")) {
      for (var part : split(value)) {
        format.verify(path, part);
      }
    } else if (!name.endsWith("-opt") || !value.isEmpty()) {
      format.verify(path, value);
    }
  }

  /** The format that a name is about, without {@code -list} or {@code -opt}. */
  static String withoutSuffix(String name) {
    return name.endsWith("-list") || name.endsWith("-opt")
        ? name.substring(0, name.lastIndexOf('-'))
        : name;
  }

  /** The parts of a list value: separated by comma, semicolon, NUL or white space. */
  static List<String> split(String value) {
    return Arrays.stream(value.strip().split("[,;\\x00\\s]+")).filter(p -> !p.isEmpty()).toList();
  }
}
