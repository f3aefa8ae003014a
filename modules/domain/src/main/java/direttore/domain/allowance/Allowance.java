package direttore.domain.allowance;

import direttore.domain.Refusal;
import direttore.domain.Violations;
import direttore.domain.node.StorageName;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What new guests may be put on. Null stands for all there is.
 *
 * @param bridges bridges and VNets
 */
public record Allowance(
    @Nullable Set<String> bridges, @Nullable Vlans vlans, @Nullable Set<String> storages) {
  /** Everything there is. */
  public static final Allowance ALL = new Allowance(null, null, null);

  private static final Pattern BRIDGE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,14}");

  public Allowance {
    bridges = bridges == null ? null : Set.copyOf(bridges);
    storages = storages == null ? null : Set.copyOf(storages);
    var wrong = new Violations();
    if (bridges != null && !bridges.stream().allMatch(b -> BRIDGE.matcher(b).matches())) {
      wrong.add("bridges", "must be names of bridges or VNets, such as vmbr0");
    }
    if (storages != null && !storages.stream().allMatch(Allowance::isStorage)) {
      wrong.add("storages", "must be names of storages, such as local-lvm");
    }
    wrong.refuseIfAny();
  }

  private static boolean isStorage(String name) {
    try {
      return StorageName.of(name).equals(name);
    } catch (Refusal.Invalid e) {
      return false;
    }
  }

  boolean bridge(String name) {
    return bridges == null || bridges.contains(name);
  }

  boolean storage(String name) {
    return storages == null || storages.contains(name);
  }

  /** Names in a sentence. */
  static String words(@Nullable Set<String> names) {
    return names == null || names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
  }
}
