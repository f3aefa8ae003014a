package direttore.proxmox.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An object of an answer. Perl does not tell numbers from strings: integers come quoted or as
 * fractions, booleans as 0 and 1 with or without quotes, and what is unset is left out.
 */
public final class ReplyRow {
  private static final Set<String> TRUE = Set.of("1", "true", "on", "yes");
  private final JsonNode object;

  ReplyRow(JsonNode object) {
    this.object = object;
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** The value as text, empty when it is unset. */
  public String text(String name) {
    return optional(name).orElse("");
  }

  public Optional<String> optional(String name) {
    return has(name) ? Optional.of(object.get(name).asText()) : Optional.empty();
  }

  /** The value as text, empty too where it is set to nothing: release 6 has {@code lock: ""}. */
  public Optional<String> filled(String name) {
    return optional(name).filter(text -> !text.isBlank());
  }

  /** The value as a whole number, 0 when it is unset or none. */
  public long number(String name) {
    var value = object.path(name);
    return value.isIntegralNumber() ? value.longValue() : Math.round(decimal(name));
  }

  /** The value as a number, 0 when it is unset or none. */
  public double decimal(String name) {
    var value = object.path(name);
    if (value.isNumber()) {
      return value.doubleValue();
    }
    try {
      return value.isTextual() ? Double.parseDouble(value.textValue()) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  public boolean flag(String name) {
    return TRUE.contains(text(name));
  }

  /** The object that the value is, without any fields when it is unset. */
  public ReplyRow row(String name) {
    return new ReplyRow(object.path(name));
  }

  /** The objects of the array that the value is, none when it is unset. */
  public List<ReplyRow> rows(String name) {
    return StreamSupport.stream(object.path(name).spliterator(), false).map(ReplyRow::new).toList();
  }

  /** The names of its fields. */
  public List<String> names() {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** All plain values by name, numbers as numbers; what nests is left out. */
  public Map<String, Object> plain() {
    var values = new LinkedHashMap<String, Object>();
    object
        .properties()
        .forEach(field -> {
          var value = field.getValue();
          if (value.isIntegralNumber()) {
            values.put(field.getKey(), value.longValue());
          } else if (value.isNumber()) {
            values.put(field.getKey(), value.doubleValue());
          } else if (value.isValueNode() && !value.isNull()) {
            values.put(field.getKey(), value.asText());
          }
        });
    return values;
  }
}
