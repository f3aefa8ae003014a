package direttore.domain.reservation;

import direttore.domain.cluster.Cluster;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the storages of which room can be claimed in step with those of the cluster that hold
 * guests. One that all nodes share goes by its name, another by its node's and its own.
 */
public final class StorageResources {
  private final Cluster cluster;
  private final Storages storages;

  public StorageResources(Cluster cluster, Storages storages) {
    this.cluster = cluster;
    this.storages = storages;
  }

  /** Does it; answers why it could not, in a sentence. */
  public Optional<String> keep() {
    var all = cluster.storages();
    if (all.trouble() != null) {
      return Optional.of(all.trouble());
    }
    storages.keep(ClusterName.MAIN, uses(all.value(), storages.brought(ClusterName.MAIN)));
    return Optional.empty();
  }

  private static List<Storages.StorageUse> uses(
      Map<NodeName, List<Storage>> all, List<Storages.Brought> brought) {
    var uses = new TreeMap<String, Storages.StorageUse>();
    all.forEach((node, each) ->
        each.stream()
            .filter(StorageResources::has)
            .map(storage -> use(node, storage, brought))
            .forEach(use -> uses.merge(use.name(), use, StorageResources::larger)));
    return List.copyOf(uses.values());
  }

  /** Whether room of such a storage can be claimed. */
  public static boolean has(Storage storage) {
    return storage.enabled() && (storage.holds("images") || storage.holds("rootdir"));
  }

  /** By which name. */
  public static String name(NodeName node, Storage storage) {
    return storage.shared() ? storage.name() : node + "/" + storage.name();
  }

  /**
   * The nodes that have the storage of such a name: more than one where it is shared.
   *
   * @param all those of each node
   */
  public static Set<NodeName> nodes(String name, Map<NodeName, List<Storage>> all) {
    return all.entrySet().stream()
        .filter(there ->
            there.getValue().stream()
                .anyMatch(each -> has(each) && name(there.getKey(), each).equals(name)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Of a shared one, what a node tells that reaches it. */
  private static Storages.StorageUse larger(Storages.StorageUse one, Storages.StorageUse other) {
    return other.disk() > one.disk() ? other : one;
  }

  private static Storages.StorageUse use(
      NodeName node, Storage storage, List<Storages.Brought> brought) {
    var theirs =
        brought.stream()
            .filter(guest -> storage.shared() || guest.node().equals(node))
            .flatMap(guest -> DiskTaken.of(guest.making()).stream())
            .filter(taken -> taken.storage().equals(storage.name()))
            .mapToLong(DiskTaken::bytes)
            .sum();
    var total = storage.active() ? storage.total() : 0;
    return new Storages.StorageUse(
        name(node, storage),
        storage.shared() ? null : node,
        total,
        Math.max(0, total - storage.avail() - theirs));
  }
}
