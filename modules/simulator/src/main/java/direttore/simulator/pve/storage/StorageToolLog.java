package direttore.simulator.pve.storage;

import direttore.simulator.pve.task.TaskProcess;

/** The lines that the tools below the storage plugins print. */
final class StorageToolLog {
  private StorageToolLog() {}

  static void allocated(Storage storage, String name, Disks.Request request, TaskProcess out) {
    if (storage.holdsFiles()) {
      out.log(formatting(path(storage, name), request.format(), request.size()));
    } else {
      lvm(storage, name, out);
    }
  }

  static void linked(Storage storage, StoredVolume base, int vmid, String file, TaskProcess out) {
    if (!storage.holdsFiles()) {
      lvm(storage, file, out);
      return;
    }
    out.log(
        "clone %s: images, %s, %d to %s (base=../%s)"
            .formatted(base.name(), file, vmid, file, base.name()));
    out.log(
        ("Formatting '%s', fmt=qcow2 cluster_size=131072 extended_l2=on preallocation=metadata"
                + " compression_type=zlib size=%d backing_file=../%s backing_fmt=%s"
                + " lazy_refcounts=off refcount_bits=16")
            .formatted(path(storage, vmid + "/" + file), base.size(), base.name(), base.format()));
  }

  static String exists(Storage storage, String name) {
    return storage.holdsFiles()
        ? "disk image '%s' already exists".formatted(path(storage, name))
        : "lvcreate '%s/%s' error:   Logical Volume \"%s\" already exists in volume group \"%s\""
            .formatted(group(storage), name, name, group(storage));
  }

  static String path(Storage storage, String name) {
    return storage.settings().get("path") + "/images/" + name;
  }

  static String group(Storage storage) {
    return storage.settings().getOrDefault("vgname", "pve");
  }

  private static void lvm(Storage storage, String name, TaskProcess out) {
    out.log("  Logical volume \"%s\" created.".formatted(name));
    out.log("  Logical volume %s/%s changed.".formatted(group(storage), name));
  }

  private static String formatting(String path, String format, long size) {
    return format.equals("qcow2")
        ? ("Formatting '%s', fmt=qcow2 cluster_size=65536 extended_l2=off preallocation=metadata"
                + " compression_type=zlib size=%d lazy_refcounts=off refcount_bits=16")
            .formatted(path, size)
        : "Formatting '%s', fmt=%s size=%d preallocation=off".formatted(path, format, size);
  }
}
