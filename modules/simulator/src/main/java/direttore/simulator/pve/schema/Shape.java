package direttore.simulator.pve.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties of one object, be it the parameters of a call or a property string. */
final class Shape {
  static final String MISSING = "property is missing and it is not optional";
  private static final String UNKNOWN =
      "property is not defined in schema and the schema does not allow additional properties";
  private static final Pattern MEMBER = Pattern.compile("([a-z]+)(0|[1-9][0-9]{0,5})");

  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final boolean open;

  Shape(List<Property> properties) {
    this(properties, false);
  }

  /**
   * @param open properties that are not listed are taken as they are
   */
  Shape(List<Property> properties, boolean open) {
    properties.forEach(p -> this.properties.put(p.last() < 0 ? p.name() : p.name() + "[n]", p));
    this.open = open;
  }

  /** The property of that name, an indexed one by its member ({@code net0}), or null. */
  @Nullable Property find(String name) {
    var exact = properties.get(name);
    if (exact != null) {
      return exact;
    }
    var member = MEMBER.matcher(name);
    if (!member.matches()) {
      return null;
    }
    var indexed = properties.get(member.group(1) + "[n]");
    return indexed != null && Integer.parseInt(member.group(2)) <= indexed.last() ? indexed : null;
  }

  Map<String, Property> properties() {
    return properties;
  }

  /** Every wrong value by its path; {@code prefix} is empty or ends in a dot. */
  Map<String, String> errors(String prefix, Map<String, ?> values) {
    var errors = new TreeMap<String, String>();
    for (var property : properties.values()) {
      if (!property.optional() && !values.containsKey(property.name())) {
        errors.put(prefix + property.name(), MISSING);
      }
    }
    values.forEach((name, value) -> judge(prefix, name, value, values, errors));
    return errors;
  }

  private void judge(
      String prefix, String name, Object value, Map<String, ?> all, Map<String, String> errors) {
    var property = find(name);
    if (property == null) {
      if (!open) {
        add(errors, prefix + name, UNKNOWN);
      }
      return;
    }
    var complaint = property.complaint(prefix + name, value);
    if (complaint != null) {
      add(errors, prefix + name, complaint);
    }
    var needs = property.needs();
    if (needs != null && !all.containsKey(needs)) {
      add(errors, prefix + needs, "missing property required by '%s%s'".formatted(prefix, name));
    }
  }

  /** Joined by a backslash and an n: PVE's single quotes, kept. */
  private static void add(Map<String, String> errors, String path, String text) {
    errors.merge(path, text, (before, more) -> before + "\\n" + more);
  }
}
