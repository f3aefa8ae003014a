package direttore.simulator.pve.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of an answer, built key by key; keys that are unset do not appear. */
public final class ResultRow {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** A row with its first key. */
  public static ResultRow of(String key, Object value) {
    return new ResultRow().with(key, value);
  }

  /** Adds a key. */
  public ResultRow with(String key, Object value) {
    values.put(key, value);
    return this;
  }

  /** Adds a key unless its value is null. */
  public ResultRow maybe(String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value);
    }
    return this;
  }

  /** Adds a key where the condition holds. */
  public ResultRow when(boolean condition, String key, Object value) {
    if (condition) {
      values.put(key, value);
    }
    return this;
  }

  /** A row of its own with the same keys. */
  public ResultRow copy() {
    return new ResultRow().and(this);
  }

  /** Adds all keys of another row. */
  public ResultRow and(ResultRow other) {
    values.putAll(other.values);
    return this;
  }

  /** Takes a key away. */
  public ResultRow without(String key) {
    values.remove(key);
    return this;
  }

  /** The value of a key, or null. */
  public @Nullable Object get(String key) {
    return values.get(key);
  }

  /** The keys and values. */
  @JsonValue
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }
}
