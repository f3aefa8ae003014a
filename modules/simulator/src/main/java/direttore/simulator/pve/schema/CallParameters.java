package direttore.simulator.pve.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checked parameters of one call: every value has the form that its schema asks for. */
public final class CallParameters {
  private final Map<String, Object> values;

  /** Values are {@code String} or {@code List<String>}; only {@link MethodSpec} makes them. */
  CallParameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Was the parameter sent, be it empty? */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value as it was sent, or null. */
  public @Nullable String text(String name) {
    var value = values.get(name);
    return value instanceof List<?> list ? String.join(",", texts(list)) : (String) value;
  }

  /** The value as it was sent, or {@code otherwise}. */
  public String text(String name, String otherwise) {
    var value = text(name);
    return value == null ? otherwise : value;
  }

  /** The value of a parameter that the schema requires. */
  public String required(String name) {
    var value = text(name);
    if (value == null) {
      throw new IllegalStateException("parameter %s is not required by the schema".formatted(name));
    }
    return value;
  }

  /** The whole number, or {@code otherwise} where none was sent. */
  public long integer(String name, long otherwise) {
    var value = text(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** The number, or {@code otherwise} where none was sent. */
  public double number(String name, double otherwise) {
    var value = text(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  /** The boolean, or {@code otherwise} where none was sent. */
  public boolean flag(String name, boolean otherwise) {
    var value = text(name);
    return value == null ? otherwise : value.equals("1");
  }

  /**
   * The parts of a {@code -list} or array value, split as PVE::Tools::split_list does; may be
   * empty.
   */
  public List<String> list(String name) {
    var value = values.get(name);
    if (value instanceof List<?> list) {
      return texts(list);
    }
    return value == null ? List.of() : Formats.split((String) value);
  }

  /** The members of an indexed parameter: {@code indexed("net")} gives net0, net1 ... by number. */
  public SortedMap<Integer, String> indexed(String prefix) {
    var member = Pattern.compile(Pattern.quote(prefix) + "(\\d+)");
    var found = new TreeMap<Integer, String>();
    for (var name : values.keySet()) {
      var match = member.matcher(name);
      if (match.matches()) {
        found.put(Integer.valueOf(match.group(1)), required(name));
      }
    }
    return found;
  }

  /**
   * Every parameter by name, path parameters included; values are {@code String} or lists of them.
   */
  public Map<String, Object> values() {
    return values;
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }
}
