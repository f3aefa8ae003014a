package direttore.simulator.pve.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A property string such as {@code local:32,format=qcow2}: a first value and sorted pairs. */
public final class PropertyString {
  private final String first;
  private final Map<String, String> pairs;

  private PropertyString(String first, Map<String, String> pairs) {
    this.first = first;
    this.pairs = pairs;
  }

  /** Takes a text apart; a part without {@code =} is the first value. */
  public static PropertyString parse(String text) {
    var first = "";
    var pairs = new TreeMap<String, String>();
    for (var part : text.split(",", -1)) {
      var end = part.indexOf('=');
      if (end < 0) {
        first = part.strip();
      } else {
        pairs.put(part.substring(0, end).strip(), part.substring(end + 1));
      }
    }
    return new PropertyString(first, pairs);
  }

  /** The value without a name, or empty. */
  public String first() {
    return first;
  }

  /** The value of a name, or null. */
  public @Nullable String get(String name) {
    return pairs.get(name);
  }

  /** The value of a name, or {@code otherwise}. */
  public String get(String name, String otherwise) {
    return pairs.getOrDefault(name, otherwise);
  }

  /** The same with another first value. */
  public PropertyString withFirst(String value) {
    return new PropertyString(value, pairs);
  }

  /** The same with that pair. */
  public PropertyString with(String name, String value) {
    var changed = new TreeMap<>(pairs);
    changed.put(name, value);
    return new PropertyString(first, changed);
  }

  /** The same without that pair. */
  public PropertyString without(String name) {
    var changed = new TreeMap<>(pairs);
    changed.remove(name);
    return new PropertyString(first, changed);
  }

  /** The text again, the pairs of these names before the others. */
  public String text(String... leading) {
    var parts = new StringBuilder(first);
    var rest = new LinkedHashMap<>(pairs);
    for (var name : leading) {
      append(parts, name, rest.remove(name));
    }
    rest.forEach((name, value) -> append(parts, name, value));
    return parts.toString();
  }

  @Override
  public String toString() {
    return text();
  }

  private static void append(StringBuilder parts, String name, @Nullable String value) {
    if (value != null) {
      parts.append(parts.isEmpty() ? "" : ",").append(name).append('=').append(value);
    }
  }
}
