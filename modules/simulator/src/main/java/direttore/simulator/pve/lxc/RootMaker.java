package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.site.Ids;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the volumes of a new container and unpacks its template into them. */
final class RootMaker {
  private static final long GIB = 1L << 30;
  private static final int BLOCK = 4_096;
  private static final int BLOCKS_PER_INODE = 4;

  /** How much bigger a template is once it is unpacked. */
  private static final int UNPACKED = 3;

  private final Disks disks;
  private final Ids ids;
  private final WorkPace pace;

  RootMaker(Disks disks, Ids ids, WorkPace pace) {
    this.disks = disks;
    this.ids = ids;
    this.pace = pace;
  }

  /** The mounts of the configuration, made; nothing is left behind where that fails. */
  Map<String, String> make(
      String node, int vmid, String template, Map<String, String> config, TaskProcess out)
      throws InterruptedException {
    var made = new HashMap<String, String>();
    var fresh = new ArrayList<StoredVolume>();
    try {
      for (var mount : Mounts.of(config).entrySet()) {
        made.put(mount.getKey(), one(node, vmid, mount.getValue(), fresh, out));
      }
      unpack(node, template, fresh, out);
      return made;
    } catch (Failure | InterruptedException e) {
      fresh.forEach(disks::discard);
      throw e;
    }
  }

  /** The mounts among these values, made without unpacking anything. */
  Map<String, String> volumes(String node, int vmid, Map<String, String> config, TaskProcess out)
      throws InterruptedException {
    var made = new HashMap<String, String>();
    for (var mount : Mounts.of(config).entrySet()) {
      made.put(mount.getKey(), one(node, vmid, mount.getValue(), new ArrayList<>(), out));
    }
    return made;
  }

  /** The operating system that the name of a template tells. */
  static String system(String template) {
    var file = template.substring(template.lastIndexOf('/') + 1);
    return switch (file.replaceFirst("[-_].*", "")) {
      case "debian" -> "debian";
      case "ubuntu" -> "ubuntu";
      case "alpine" -> "alpine";
      case "archlinux" -> "archlinux";
      case "centos", "rockylinux", "almalinux" -> "centos";
      case "fedora" -> "fedora";
      case "opensuse" -> "opensuse";
      default -> "unmanaged";
    };
  }

  private String one(String node, int vmid, String value, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var volume = Mounts.volume(value);
    var end = volume.indexOf(':');
    if (!volume.substring(end + 1).matches("\\d+(\\.\\d+)?")) {
      return value;
    }
    var bytes = (long) (Double.parseDouble(volume.substring(end + 1)) * GIB);
    var request =
        new Disks.Request(node, volume.substring(0, end), vmid, "rootdir", "raw", "", bytes);
    var made = disks.allocate(request, out);
    fresh.add(made);
    format(made, ids, out);
    return PropertyString.parse(value)
        .without("volume")
        .with("size", Size.text(bytes))
        .withFirst(made.volid())
        .text();
  }

  /** What mkfs.ext4 prints. */
  static void format(StoredVolume volume, Ids ids, TaskProcess out) {
    var blocks = volume.size() / BLOCK;
    out.log(
        "Creating filesystem with %d 4k blocks and %d inodes"
            .formatted(blocks, blocks / BLOCKS_PER_INODE));
    out.log("Filesystem UUID: " + ids.uuid());
    out.log("Superblock backups stored on blocks: ");
    out.log("\t32768, 98304, 163840, 229376");
  }

  private void unpack(String node, String template, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var volid = Volid.parse(template);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(template));
    }
    StoredVolume archive;
    try {
      archive = disks.existing(node, volid);
    } catch (Failure e) {
      out.log(e.text());
      throw e;
    }
    var root = disks.storages().get(volid.storage()).settings().get("path");
    out.log("extracting archive '%s/template/cache/%s'".formatted(root, archive.file()));
    out.spend(pace.unit());
    fill(node, archive.size() * UNPACKED, fresh);
    out.log(
        "Total bytes read: %d (%s, 91MiB/s)"
            .formatted(archive.size() * UNPACKED, Size.human(archive.size() * UNPACKED)));
    out.log("Detected container architecture: amd64");
  }

  private void fill(String node, long bytes, List<StoredVolume> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    var root = fresh.getFirst();
    var storage = disks.storages().get(root.storage());
    if (bytes > root.size() || !disks.space().fits(storage, node, bytes)) {
      throw new Failure(
          "command 'lxc-usernsexec -m u:0:100000:65536 -m g:0:100000:65536 -- tar xpf - --totals"
              + " --one-file-system -p --sparse --numeric-owner --acls --xattrs -C"
              + " /var/lib/lxc/%d/rootfs --skip-old-files --anchored --exclude './dev/*'' failed:"
                  .formatted(root.vmid())
              + " tar: Cannot write: No space left on device");
    }
    disks.volumes().change(root.place(), root.name(), v -> v.using(bytes));
  }
}
