package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;

/** How full the storages are, and whether they answer. */
public final class Space {
  private static final double BASE_USE = 0.02;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Volumes volumes;
  private final PveFaults faults;

  /** The space left by these volumes. */
  public Space(Volumes volumes, PveFaults faults) {
    this.volumes = volumes;
    this.faults = faults;
  }

  /** Bytes in use on the storage as the node sees it. */
  public long used(Storage storage, String node) {
    if (faults.isFull(storage.id())) {
      return storage.total();
    }
    var own = storage.holdsFiles() ? (long) (storage.total() * BASE_USE) : 0;
    return Math.min(storage.total(), own + volumes.used(StoredVolume.placeOf(storage, node)));
  }

  /** Bytes left on the storage as the node sees it. */
  public long left(Storage storage, String node) {
    return storage.total() - used(storage, node);
  }

  /** Refuses a new disk on a full thin pool; on files it would be sparse and so succeed. */
  void admit(Storage storage, String node) {
    if (!storage.holdsFiles() && left(storage, node) <= 0) {
      throw new Failure(
          ("lvcreate '%s/%s' error:   Cannot create new thin volume, free space in thin pool %s/%s"
                  + " reached threshold.")
              .formatted(
                  StorageToolLog.group(storage),
                  storage.settings().getOrDefault("thinpool", "data"),
                  StorageToolLog.group(storage),
                  storage.settings().getOrDefault("thinpool", "data")));
    }
  }

  /** Lets a task wait for as long as the storage hangs; a call that works at once gives up. */
  void await(Storage storage, TaskProcess out) throws InterruptedException {
    while (faults.hangs(storage.id())) {
      if (out.isSilent()) {
        throw Failure.proxy(596, "Connection timed out");
      }
      out.spend(LOOK_AGAIN);
    }
  }

  /** Does so much data fit? */
  public boolean fits(Storage storage, String node, long bytes) {
    return bytes <= left(storage, node);
  }
}
