package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter, or one key of a property string, may hold. Optional unless said otherwise.
 *
 * @param needs another property that must be there too ({@code requires})
 * @param alias the key that this one stands for
 * @param keyAlias the key that takes this one's name as its value ({@code virtio=MAC})
 * @param main its value may stand in a property string without a key ({@code default_key})
 * @param last the highest index of an indexed parameter such as {@code net[n]}, else -1
 */
record Property(
    String name,
    Type type,
    boolean optional,
    List<Check> checks,
    @Nullable String needs,
    @Nullable String alias,
    @Nullable String keyAlias,
    boolean main,
    int last) {

  Property {
    var sorted = new ArrayList<>(checks);
    sorted.sort(Comparator.comparingInt(Check::rank));
    checks = List.copyOf(sorted);
  }

  Property required() {
    return new Property(name, type, false, checks, needs, alias, keyAlias, main, last);
  }

  /** What is wrong with a sent value, or null. */
  @Nullable String complaint(String path, Object value) {
    var wrongType = type.complaint(value);
    if (wrongType != null || type == Type.ARRAY) {
      return wrongType;
    }
    var text = Type.text(value);
    for (var check : checks) {
      var complaint = check.complaint(path, text);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }
}
