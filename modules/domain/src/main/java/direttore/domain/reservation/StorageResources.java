package direttore.domain.reservation;

import direttore.domain.cluster.Cluster;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
            .filter(storage -> storage.enabled() && holdsGuests(storage))
            .map(storage -> use(node, storage, brought))
            .forEach(use -> uses.merge(use.name(), use, StorageResources::larger)));
    return List.copyOf(uses.values());
  }

  private static boolean holdsGuests(Storage storage) {
    return storage.holds("images") || storage.holds("rootdir");
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
            .filter(guest -> on(guest.making()).distinct().toList().equals(List.of(storage.name())))
            .mapToLong(guest -> guest.making().size().disk())
            .sum();
    var total = storage.active() ? storage.total() : 0;
    return new Storages.StorageUse(
        storage.shared() ? storage.name() : node + "/" + storage.name(),
        storage.shared() ? null : node,
        total,
        Math.max(0, total - storage.avail() - theirs));
  }

  /** Where its disks are; those of one with disks on several storages are counted as in use. */
  private static Stream<String> on(GuestAction.Creation making) {
    return switch (making) {
      case GuestAction.CreateContainer made -> Stream.of(made.container().storage());
      case GuestAction.CreateVm made ->
          switch (made.vm().source()) {
            case VmSource.Blank blank -> Stream.of(blank.storage());
            case VmSource.Clone clone -> clone.storages().stream();
          };
    };
  }
}
