package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.storage.Copying;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates the drives that a configuration asks for (create_disks). */
final class DriveMaker {
  private static final long GIB = 1L << 30;
  private static final long CLOUDINIT_BYTES = 4L << 20;
  private static final long EFI_BYTES = 528L << 10;
  private static final long TPM_BYTES = 4L << 20;

  private final Disks disks;
  private final Copying copying;

  DriveMaker(Disks disks, Copying copying) {
    this.disks = disks;
    this.copying = copying;
  }

  /** The drives of the configuration, made; nothing is left behind where one cannot be. */
  Map<String, String> make(
      String node, int vmid, String defaultStorage, Map<String, String> config, TaskProcess out)
      throws InterruptedException {
    var made = new TreeMap<String, String>();
    var fresh = new ArrayList<StoredVolume>();
    try {
      for (var key : Drives.keys(config)) {
        var order = new Order(node, vmid, key, defaultStorage, config.getOrDefault(key, ""));
        made.put(key, one(order, fresh, out));
      }
      return made;
    } catch (Failure | InterruptedException e) {
      fresh.forEach(disks::discard);
      throw e;
    }
  }

  private String one(Order order, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var volume = Drives.volume(order.value);
    if (volume.equals("none") || volume.equals("cdrom")) {
      return order.value;
    }
    if (Drives.isAllocation(volume)) {
      return printed(order, allocated(order, volume, fresh, out), out);
    }
    var volid = Volid.parse(volume);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(volume));
    }
    return volid.name().equals("cloudinit")
        ? printed(order, cloudinit(order, volid, fresh, out), out)
        : existing(order, volid);
  }

  private String existing(Order order, Volid volid) {
    var volume = disks.existing(order.node, volid);
    if (!volume.content().equals("iso") && !volume.content().equals("images")) {
      throw new Failure(
          "cannot use volume %s - content type needs to be 'images' or 'iso'".formatted(volid));
    }
    var drive = PropertyString.parse(order.value).without("file").withFirst(volid.toString());
    return drive.with("size", Size.text(volume.size())).text();
  }

  private PropertyString allocated(
      Order order, String volume, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var end = volume.indexOf(':');
    var storage = end < 0 ? order.defaultStorage : volume.substring(0, end);
    var drive = PropertyString.parse(order.value).without("file");
    var source = drive.get("import-from");
    var size = (long) (Double.parseDouble(volume.substring(end + 1)) * GIB);
    if (source != null) {
      return imported(order, storage, source, fresh, out);
    }
    var bytes =
        order.key.startsWith("efidisk")
            ? EFI_BYTES
            : order.key.startsWith("tpm") ? TPM_BYTES : size;
    var made = disks.allocate(request(order, storage, "", bytes), out);
    fresh.add(made);
    return sized(drive, made);
  }

  private PropertyString imported(
      Order order, String storage, String source, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var volid = Volid.parse(source);
    if (volid == null) {
      throw new Failure(
          "cannot import from '%s' - file '%s' does not exist".formatted(source, source));
    }
    var from = disks.existing(order.node, volid);
    var made = disks.allocate(request(order, storage, "", from.size()), out);
    fresh.add(made);
    copying.copy(order.node, from, made, "import", out);
    return sized(PropertyString.parse(order.value).without("file").without("import-from"), made);
  }

  private PropertyString cloudinit(
      Order order, Volid volid, List<StoredVolume> fresh, TaskProcess out)
      throws InterruptedException {
    var storage = disks.storages().get(volid.storage());
    var drive = PropertyString.parse(order.value).without("file");
    var format = storage.holdsFiles() ? drive.get("format", "qcow2") : "raw";
    var name = "vm-%d-cloudinit%s".formatted(order.vmid, storage.holdsFiles() ? "." + format : "");
    var request =
        new Disks.Request(
            order.node, storage.id(), order.vmid, "images", format, name, CLOUDINIT_BYTES);
    var made = disks.allocate(request, out);
    fresh.add(made);
    return drive.without("format").with("media", "cdrom").withFirst(made.volid());
  }

  private Disks.Request request(Order order, String storageId, String name, long bytes) {
    var storage = disks.storages().enabled(storageId, order.node);
    var format = PropertyString.parse(order.value).get("format", storage.defaultFormat());
    if (!storage.supports(format)) {
      throw new Failure("unsupported format '%s'".formatted(format));
    }
    return new Disks.Request(order.node, storageId, order.vmid, "images", format, name, bytes);
  }

  private static PropertyString sized(PropertyString drive, StoredVolume volume) {
    return drive.without("format").with("size", Size.text(volume.size())).withFirst(volume.volid());
  }

  private static String printed(Order order, PropertyString drive, TaskProcess out) {
    out.log("%s: successfully created disk '%s'".formatted(order.key, drive.text()));
    return drive.text();
  }

  private record Order(String node, int vmid, String key, String defaultStorage, String value) {}
}
