package direttore.proxmox.transport;

import direttore.transport.Encoding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, in order. Prints their names only, for values may be secret. */
public final class Parameters {
  private final Map<String, String> values = new LinkedHashMap<>();

  public static Parameters none() {
    return new Parameters();
  }

  /** Adds a value; null leaves the parameter out; a boolean becomes {@code 1} or {@code 0}. */
  public Parameters with(String name, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      values.put(name, flag ? "1" : "0");
    } else if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  /** Adds {@code name=1} where the flag is set, and nothing otherwise. */
  public Parameters flag(String name, boolean set) {
    return set ? with(name, true) : this;
  }

  /** The values by name, for tests and for those that add more. */
  public Map<String, String> asMap() {
    return Map.copyOf(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  String encoded() {
    return values.entrySet().stream()
        .map(e -> Encoding.percent(e.getKey()) + "=" + Encoding.percent(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
