package direttore.simulator.pve.schema;

import java.util.Arrays;
import java.util.List;

/** The named formats of PVE::JSONSchema. */
final class Formats {
  private Formats() {}

  /** The parts of a list value: separated by comma, semicolon, NUL or white space. */
  static List<String> split(String value) {
    return Arrays.stream(value.strip().split("[,;\\x00\\s]+")).filter(p -> !p.isEmpty()).toList();
  }
}
