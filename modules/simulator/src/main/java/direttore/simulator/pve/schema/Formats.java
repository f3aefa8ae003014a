package direttore.simulator.pve.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The named formats of PVE::JSONSchema, texts and property strings alike. */
final class Formats {
  private static final Map<String, Format> NAMED = new HashMap<>();

  static {
    NAMED.putAll(TextFormats.ALL_FORMATS);
    NAMED.putAll(NetworkFormats.ALL_FORMATS);
    NAMED.putAll(DriveFormats.ALL_FORMATS);
    NAMED.putAll(QemuFormats.ALL_FORMATS);
    NAMED.putAll(QemuDeviceFormats.ALL_FORMATS);
    NAMED.putAll(LxcFormats.ALL_FORMATS);
    NAMED.putAll(DatacenterFormats.ALL_FORMATS);
  }

  private Formats() {}

  /** The format of exactly that name. */
  static Format named(String name) {
    var format = NAMED.get(name);
    if (format == null) {
      throw new IllegalStateException("undefined format '%s'".formatted(name));
    }
    return format;
  }

  /** Verifies a value; {@code -list} means each part, {@code -opt} only if not empty. */
  static void verify(String name, String path, String value) throws Format.Malformed {
    if (name.endsWith("-list")) {
      var one = named(name.substring(0, name.length() - "-list".length()));
      for (var part : split(value)) {
        one.verify(path, part);
      }
    } else if (name.endsWith("-opt")) {
      if (!value.isEmpty()) {
        named(name.substring(0, name.length() - "-opt".length())).verify(path, value);
      }
    } else {
      named(name).verify(path, value);
    }
  }

  /** The parts of a list value: separated by comma, semicolon, NUL or white space. */
  static List<String> split(String value) {
    return Arrays.stream(value.strip().split("[,;\\x00\\s]+")).filter(p -> !p.isEmpty()).toList();
  }
}
