package direttore.simulator.pve.schema;

import static java.util.Map.entry;

import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

/** Formats of names that a regular expression and a sentence do not suffice for. */
final class TextFormats {
  static final String NODE = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  static final String DNS = "(?:" + NODE + "\\.)*" + NODE;
  private static final String USER = "[^\\s:/]+";
  private static final String REALM = "[A-Za-z][A-Za-z0-9\\.\\-_]+";

  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry("string", (path, value) -> {}),
          entry("pve-userid", TextFormats::userid),
          entry("pve-poolid", TextFormats::poolid),
          entry("pve-priv", TextFormats::privilege),
          entry("pve-storage-id", TextFormats::storageid),
          entry("pve-lxc-mp-string", TextFormats::mountPoint),
          entry("pve-ct-timezone", TextFormats::timezone),
          entry("storage-pair", TextFormats::storagePair));

  private TextFormats() {}

  /** A format by regular expression; {@code %s} in the sentence is the value. */
  static Format like(String regex, String sentence) {
    var pattern = Pattern.compile(regex);
    return (path, value) -> {
      if (!pattern.matcher(value).find()) {
        throw new Format.Malformed(sentence.replace("%s", value));
      }
    };
  }

  private static void userid(String path, String value) throws Format.Malformed {
    if (value.length() < 3) {
      throw new Format.Malformed("user name '%s' is too short".formatted(value));
    }
    if (value.length() > 64) {
      throw new Format.Malformed(
          "user name '%s' is too long (%d > 64)".formatted(value, value.length()));
    }
    like("^" + USER + "@" + REALM + "$", "value '%s' does not look like a valid user name")
        .verify(path, value);
  }

  private static void poolid(String path, String value) throws Format.Malformed {
    if (value.split("/", -1).length > 3) {
      throw new Format.Malformed(
          "pool name '%s' nested too deeply (max levels = 3)".formatted(value));
    }
    like(
            "^[A-Za-z0-9\\.\\-_]+(?:/[A-Za-z0-9\\.\\-_]+){0,2}$",
            "pool name '%s' contains invalid characters")
        .verify(path, value);
  }

  private static void privilege(String path, String value) throws Format.Malformed {
    if (!Privileges.ALL.contains(value)) {
      throw new Format.Malformed("invalid privilege '%s'".formatted(value));
    }
  }

  private static void storageid(String path, String value) throws Format.Malformed {
    if (value.length() < 2) {
      throw new Format.Malformed(
          "storage ID '%s' cannot be shorter than 2 characters".formatted(value));
    }
    like("(?i)^[a-z][a-z0-9\\-\\_\\.]*[a-z0-9]$", "storage ID '%s' contains illegal characters")
        .verify(path, value);
  }

  /** A volume, an absolute path without steps upwards, or a block device. */
  private static void mountPoint(String path, String value) throws Format.Malformed {
    if (value.contains("/./") || value.contains("/../") || value.endsWith("/..")) {
      throw new Format.Malformed("path must not contain '.' or '..' elements");
    }
  }

  private static void timezone(String path, String value) throws Format.Malformed {
    if (!value.equals("host") && !ZoneId.getAvailableZoneIds().contains(value)) {
      throw new Format.Malformed("invalid time zone '%s'".formatted(value));
    }
  }

  private static void storagePair(String path, String value) throws Format.Malformed {
    if (value.equals("1")) {
      return;
    }
    var pair = value.matches("[^:]+:[^:]+") ? value.split(":", 2) : new String[] {value};
    try {
      for (var storage : pair) {
        storageid(path, storage);
      }
    } catch (Format.Malformed e) {
      // Each of the three subroutines on the way adds a line feed of its own.
      throw new Format.Malformed(
          "entry '%s' contains invalid ID - %s\n\n".formatted(value, e.text()));
    }
  }
}
