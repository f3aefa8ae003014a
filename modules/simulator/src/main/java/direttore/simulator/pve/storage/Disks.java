package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;

/** Allocates, clones and frees disks as the storage plugins of Proxmox VE do. */
public final class Disks {
  private static final int MAX_PER_GUEST = 1024;
  private static final int ALLOCATION_PART = 16;
  private static final long LINKED_CLONE_BYTES = 1L << 20;

  private final Storages storages;
  private final Volumes volumes;
  private final Space space;
  private final FileLocks locks;
  private final WorkPace pace;

  /** Works on these storages. */
  public Disks(Storages storages, Volumes volumes, Space space, FileLocks locks, WorkPace pace) {
    this.storages = storages;
    this.volumes = volumes;
    this.space = space;
    this.locks = locks;
    this.pace = pace;
  }

  /** The storages. */
  public Storages storages() {
    return storages;
  }

  /** The volumes. */
  public Volumes volumes() {
    return volumes;
  }

  /** The space. */
  public Space space() {
    return space;
  }

  /** The volume of that id as the node sees it, or the failure that it does not exist. */
  public StoredVolume existing(String node, Volid volid) {
    var storage = storages.enabled(volid.storage(), node);
    return volumes
        .find(storage, node, volid.name())
        .orElseThrow(() -> new Failure("volume '%s' does not exist".formatted(volid)));
  }

  /** Allocates a disk (PVE::Storage::vdisk_alloc). */
  public StoredVolume allocate(Request request, TaskProcess out) throws InterruptedException {
    var storage = storages.enabled(request.storage(), request.node());
    return locks.with(
        lock(storage, request.node()),
        out,
        () -> {
          space.await(storage, out);
          out.spend(pace.part(ALLOCATION_PART));
          return create(storage, request, out.now().getEpochSecond(), out);
        });
  }

  /** Frees a disk (PVE::Storage::vdisk_free). */
  public void free(String node, StoredVolume volume, TaskProcess out) throws InterruptedException {
    var storage = storages.get(volume.storage());
    locks.with(
        lock(storage, node),
        out,
        () -> {
          space.await(storage, out);
          if (isUsedBase(volume)) {
            throw new Failure(
                "base volume '%s' is still in use by linked clones".formatted(volume.name()));
          }
          if (!storage.holdsFiles()) {
            out.log("  Logical volume \"%s\" successfully removed.".formatted(volume.name()));
          }
          volumes.remove(volume);
          return volume;
        });
  }

  /** Frees a disk where it still exists, after something failed; never waits. */
  public void discard(StoredVolume volume) {
    volumes.find(volume.place(), volume.name()).ifPresent(volumes::remove);
  }

  /** Makes a linked clone of a base image (PVE::Storage::vdisk_clone). */
  public StoredVolume link(String node, StoredVolume base, int vmid, TaskProcess out)
      throws InterruptedException {
    var storage = storages.enabled(base.storage(), node);
    return locks.with(
        lock(storage, node),
        out,
        () -> {
          space.await(storage, out);
          out.spend(pace.part(ALLOCATION_PART));
          var file = freeName(base.place(), vmid, storage.holdsFiles() ? ".qcow2" : "");
          var name = storage.holdsFiles() ? "%s/%d/%s".formatted(base.name(), vmid, file) : file;
          StorageToolLog.linked(storage, base, vmid, file, out);
          var clone =
              new StoredVolume(
                  base.place(),
                  name,
                  base.content(),
                  storage.holdsFiles() ? "qcow2" : "raw",
                  base.size(),
                  LINKED_CLONE_BYTES,
                  vmid,
                  out.now().getEpochSecond());
          volumes.put(clone);
          return clone;
        });
  }

  /** A place on another node for such a disk, under its name where that is free. */
  public StoredVolume place(StoredVolume like, Storage to, String node, TaskProcess out)
      throws InterruptedException {
    var format = to.supports(like.format()) ? like.format() : to.defaultFormat();
    var stem = like.file().replaceFirst("\\.(raw|qcow2|vmdk)$", "");
    var file = to.holdsFiles() ? stem + "." + format : stem;
    var name = to.holdsFiles() ? like.vmid() + "/" + file : file;
    var taken = volumes.find(to, node, name).isPresent();
    return allocate(
        new Request(
            node, to.id(), like.vmid(), like.content(), format, taken ? "" : file, like.size()),
        out);
  }

  /** Gives a disk to another guest, under a name of that one. */
  public StoredVolume give(StoredVolume volume, int vmid) {
    var files = storages.get(volume.storage()).holdsFiles();
    var file = freeName(volume.place(), vmid, files ? "." + volume.format() : "");
    var given =
        new StoredVolume(
            volume.place(),
            files ? vmid + "/" + file : file,
            volume.content(),
            volume.format(),
            volume.size(),
            volume.used(),
            vmid,
            volume.ctime());
    volumes.remove(volume);
    volumes.put(given);
    return given;
  }

  /** Turns a disk into a base image (PVE::Storage::vdisk_create_base). */
  public StoredVolume toBase(StoredVolume volume) {
    var base = volume.named(volume.name().replaceFirst("(^|/)vm-", "$1base-"));
    volumes.remove(volume);
    volumes.put(base);
    return base;
  }

  /** Is it a base image of which linked clones show in their names that they need it? */
  public boolean isUsedBase(StoredVolume volume) {
    return volume.isBase()
        && volumes.list(volume.place()).stream().anyMatch(v -> v.baseName().equals(volume.name()));
  }

  private StoredVolume create(Storage storage, Request request, long now, TaskProcess out) {
    var place = StoredVolume.placeOf(storage, request.node());
    var suffix = storage.holdsFiles() ? "." + request.format() : "";
    var file = request.file().isEmpty() ? freeName(place, request.vmid(), suffix) : request.file();
    var name = storage.holdsFiles() ? request.vmid() + "/" + file : file;
    if (volumes.find(place, name).isPresent()) {
      throw new Failure(StorageToolLog.exists(storage, name));
    }
    space.admit(storage, request.node());
    StorageToolLog.allocated(storage, name, request, out);
    var volume =
        new StoredVolume(
            place,
            name,
            request.content(),
            request.format(),
            request.size(),
            0,
            request.vmid(),
            now);
    volumes.put(volume);
    return volume;
  }

  private String freeName(String place, int vmid, String suffix) {
    var taken = volumes.ofGuest(place, vmid).stream().map(StoredVolume::file).toList();
    for (var i = 0; i < MAX_PER_GUEST; i++) {
      var stem = "vm-%d-disk-%d".formatted(vmid, i);
      var base = "base-%d-disk-%d".formatted(vmid, i);
      if (taken.stream().noneMatch(t -> isNumbered(t, stem) || isNumbered(t, base))) {
        return stem + suffix;
      }
    }
    throw new Failure(
        "unable to allocate an image name for VM %d in storage '%s'".formatted(vmid, place));
  }

  private static boolean isNumbered(String file, String stem) {
    return file.equals(stem) || file.startsWith(stem + ".");
  }

  private static FileLocks.LockRequest lock(Storage storage, String node) {
    return storage.shared()
        ? FileLocks.LockRequest.cluster("storage-" + storage.id())
        : new FileLocks.LockRequest(
            node + "/var/lock/pve-manager/pve-storage-" + storage.id(),
            false,
            Duration.ofSeconds(60),
            "can't lock file '/var/lock/pve-manager/pve-storage-%s' - got timeout"
                .formatted(storage.id()));
  }

  /**
   * A disk that is wanted.
   *
   * @param content images or rootdir
   * @param file its name, or empty for the next free one
   * @param size in bytes
   */
  public record Request(
      String node,
      String storage,
      int vmid,
      String content,
      String format,
      String file,
      long size) {}
}
