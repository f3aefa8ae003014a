package direttore.simulator.pve.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The header fields of a request; names ignore case, repeated fields are joined by commas. */
public final class Headers {
  private final Map<String, String> fields;

  Headers(Map<String, String> fields) {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach((name, value) -> sorted.merge(name, value, (a, b) -> a + ", " + b));
    this.fields = Collections.unmodifiableMap(sorted);
  }

  /** The value of a field, or null. */
  public @Nullable String get(String name) {
    return fields.get(name);
  }

  /** The value of a field, or an empty text. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }
}
