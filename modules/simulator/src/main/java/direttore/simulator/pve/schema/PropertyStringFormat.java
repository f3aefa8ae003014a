package direttore.simulator.pve.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A format of keys and values in one text: {@code virtio=BC:24:11:0A:0B:0C,bridge=vmbr0}. */
final class PropertyStringFormat implements Format {
  private final Shape shape;
  private final Validator validator;

  /**
   * @param validator asked last, when each key is right in itself
   */
  PropertyStringFormat(Validator validator, List<Property> keys) {
    this.shape = new Shape(keys);
    this.validator = validator;
  }

  /** A rule that concerns several keys. */
  @FunctionalInterface
  interface Validator {
    void verify(Map<String, String> parsed) throws Malformed;
  }

  Shape shape() {
    return shape;
  }

  @Override
  public void verify(String path, String value) throws Malformed {
    var parsed = split(value);
    var errors = shape.errors(path.isEmpty() ? "" : path + ".", parsed);
    if (!errors.isEmpty()) {
      var text = new StringBuilder("format error\n");
      errors.forEach((key, error) -> text.append(key).append(": ").append(error).append('\n'));
      // The caller adds a line feed after a verifier's words; an exception's text brings its own.
      throw new Malformed(text.substring(0, text.length() - 1));
    }
    validator.verify(parsed);
  }

  /** The keys with their values, aliases resolved, in the order of the text. */
  Map<String, String> split(String text) throws Malformed {
    var parsed = new LinkedHashMap<String, String>();
    @Nullable String mainUsed = null;
    for (var part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var equals = part.indexOf('=');
      if (equals > 0 && equals < part.length() - 1) {
        put(parsed, part.substring(0, equals), part.substring(equals + 1));
      } else if (equals < 0) {
        if (mainUsed != null) {
          throw duplicate(mainUsed);
        }
        mainUsed = putMain(parsed, part);
      } else {
        throw new Malformed("missing key in comma-separated list property");
      }
    }
    return parsed;
  }

  private void put(Map<String, String> parsed, String key, String value) throws Malformed {
    if (parsed.containsKey(key)) {
      throw duplicate(key);
    }
    var name = key;
    var property = shape.find(name);
    if (property != null && property.alias() != null) {
      var keyAlias = property.keyAlias();
      if (keyAlias != null && parsed.putIfAbsent(keyAlias, key) != null) {
        throw new Malformed("key alias '%s' is already defined".formatted(keyAlias));
      }
      name = property.alias();
      property = shape.find(name);
      if (parsed.containsKey(name)) {
        throw new Malformed("key '%s' is already defined (via alias)".formatted(name));
      }
    }
    if (property == null) {
      throw new Malformed("invalid key in comma-separated list property: " + name);
    }
    parsed.put(name, clean(property, value));
  }

  private String putMain(Map<String, String> parsed, String value) throws Malformed {
    for (var property : shape.properties().values()) {
      if (property.main()) {
        if (parsed.putIfAbsent(property.name(), clean(property, value)) != null) {
          throw duplicate(property.name());
        }
        return property.name();
      }
    }
    throw new Malformed("value without key, but schema does not define a default key");
  }

  private static String clean(Property property, String value) {
    if (property.type() != Type.BOOLEAN) {
      return value;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> "1";
      case "0", "off", "no", "false" -> "0";
      default -> value;
    };
  }

  private static Malformed duplicate(String key) {
    return new Malformed("duplicate key in comma-separated list property: " + key);
  }
}
