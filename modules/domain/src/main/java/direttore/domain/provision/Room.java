package direttore.domain.provision;

import direttore.domain.node.Node;
import direttore.domain.node.Overcommit;
import direttore.domain.node.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node can still promise: guests that run hold what they are configured with, whether they
 * use it now or not.
 *
 * @param cores of the guests that run, of what may be promised
 * @param memory likewise, in bytes
 * @param storages that it reaches now and that can hold disks
 * @param silent why nothing can be claimed of it, or null
 */
public record Room(
    Node node, Share cores, Share memory, List<Storage> storages, @Nullable String silent) {
  private static final double FULL = 0.95;

  public Room {
    storages = List.copyOf(storages);
  }

  /** A part that is promised, of a whole. */
  public record Share(double promised, double limit) {
    /** What may still be promised, 0 where more is promised than there is. */
    public double left() {
      return Math.max(0, limit - promised);
    }
  }

  static Room of(Node node, double cores, double memory, Overcommit over, List<Storage> storages) {
    return new Room(
        node,
        new Share(cores, node.maxCpu() * over.cores()),
        new Share(memory, node.maxMem() * over.memory()),
        storages.stream().filter(Room::usable).toList(),
        silence(node));
  }

  private static boolean usable(Storage storage) {
    return storage.enabled()
        && storage.active()
        && storage.trouble() == null
        && (storage.holds("images") || storage.holds("rootdir"));
  }

  private static @Nullable String silence(Node node) {
    if (!node.online()) {
      return "%s is not online".formatted(node.name());
    }
    if (node.trouble() != null) {
      return "%s: %s".formatted(node.name(), node.trouble());
    }
    // Where Proxmox may not tell (Sys.Audit), figures are zero: unknown, not empty.
    return node.maxCpu() <= 0 || node.maxMem() <= 0
        ? "%s does not tell its size".formatted(node.name())
        : null;
  }

  /** Whether its memory is in use to the last, whatever was promised of it. */
  public boolean full() {
    return node.maxMem() > 0 && node.mem() >= FULL * node.maxMem();
  }

  /** Whether it can promise this much more. */
  boolean holds(double moreCores, double moreMemory) {
    return silent == null && !full() && cores.left() >= moreCores && memory.left() >= moreMemory;
  }
}
