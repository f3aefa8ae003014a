package direttore.store.inventory;

import io.helidon.dbclient.DbStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions of a query, of those that were given. */
final class Conditions {
  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Begins with one that always holds. */
  Conditions(String first) {
    all.add(first);
  }

  /**
   * One more, where its value was given.
   *
   * @param name of the parameter in it
   */
  Conditions and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      all.add(condition);
      values.put(name, value);
    }
    return this;
  }

  /** One more without a value of its own. */
  Conditions and(String condition) {
    all.add(condition);
    return this;
  }

  /** As they stand after WHERE. */
  String sql() {
    return String.join("\n   AND ", all);
  }

  <D extends DbStatement<D>> D bind(D statement) {
    values.forEach(statement::addParam);
    return statement;
  }
}
