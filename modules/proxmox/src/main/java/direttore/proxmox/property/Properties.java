package direttore.proxmox.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of a property string, {@code value,key=value,…} (PVE::JSONSchema). Its first
 * part may stand without its key, the default key. Typed values take from it what they know and
 * keep the rest, so that nothing is lost when a value is read, changed and written back.
 */
final class Properties {
  private static final Set<String> TRUE = Set.of("1", "on", "yes", "true");
  private final Map<String, String> values;

  private Properties(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a property string; a part without {@code =} belongs to the default key, and empty parts
   * are skipped, as Proxmox does (PVE::JSONSchema, parse_property_string).
   */
  static Properties parse(String text, String defaultKey) {
    return read(text, defaultKey)
        .orElseThrow(
            () -> new IllegalArgumentException("%s is no property string".formatted(text)));
  }

  /** As {@link #parse}, empty for what Proxmox itself could not read. */
  static Optional<Properties> read(String text, String defaultKey) {
    var values = new LinkedHashMap<String, String>();
    for (var part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var equals = part.indexOf('=');
      var key = equals < 0 ? defaultKey : part.substring(0, equals).strip();
      if (key.isEmpty() || values.put(key, part.substring(equals + 1)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Properties(values));
  }

  /** Reads a property string that has no default key. */
  static Properties parse(String text) {
    return parse(text, "");
  }

  /** Takes a value out, null when it is not there. */
  @Nullable String take(String key) {
    return values.remove(key);
  }

  /** Takes out a value that must be there. */
  String need(String key) {
    var value = take(key);
    if (value == null) {
      throw new IllegalArgumentException("%s is missing in %s".formatted(key, values));
    }
    return value;
  }

  /** Takes out a whole number, null when it is not there. */
  @Nullable Integer number(String key) {
    var value = take(key);
    return value == null ? null : Integer.valueOf(value);
  }

  /** Takes out a flag, false when it is not there. */
  boolean flag(String key) {
    var value = take(key);
    return value != null && TRUE.contains(value);
  }

  /** The first key of the given ones that is there, null when none is. */
  @Nullable String firstOf(Set<String> keys) {
    return values.keySet().stream().filter(keys::contains).findFirst().orElse(null);
  }

  /** What was not taken. */
  Map<String, String> rest() {
    return Map.copyOf(values);
  }

  /** Writes property strings. */
  static final class Writer {
    private final List<String> parts = new ArrayList<>();

    /** A value that stands without its key. */
    Writer bare(String value) {
      parts.add(value);
      return this;
    }

    Writer with(String key, @Nullable Object value) {
      if (value != null) {
        parts.add(key + "=" + value);
      }
      return this;
    }

    Writer flag(String key, boolean set) {
      return set ? with(key, 1) : this;
    }

    /** The keys that no typed value knows, in alphabetical order. */
    String rest(Map<String, String> rest) {
      rest.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e -> with(e.getKey(), e.getValue()));
      return String.join(",", parts);
    }
  }
}
