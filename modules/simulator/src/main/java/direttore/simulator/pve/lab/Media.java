package direttore.simulator.pve.lab;

import direttore.simulator.pve.storage.Storages;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volumes;
import java.util.List;

/** ISO images, container templates and disk images that the lab holds. */
final class Media {
  private static final long MIB = 1L << 20;

  private final Storages storages;
  private final Volumes volumes;
  private final long now;

  Media(Storages storages, Volumes volumes, long now) {
    this.storages = storages;
    this.volumes = volumes;
    this.now = now;
  }

  /** Puts them on every node. */
  void place(List<String> nodes) {
    for (var node : nodes) {
      iso(node, "local", "ubuntu-22.04.4-live-server-amd64.iso", 2_008);
      iso(node, "local", "debian-12.5.0-amd64-netinst.iso", 629);
      template(node, "local", "ubuntu-22.04-standard_22.04-1_amd64.tar.gz", "tgz", 124);
      template(node, "local", "debian-12-standard_12.7-1_amd64.tar.zst", "tzst", 121);
      template(node, "local", "alpine-3.20-default_20240908_amd64.tar.xz", "txz", 3);
      add(node, "local", "import/debian-12-generic-amd64.qcow2", "import", "qcow2", 422);
    }
    iso(nodes.getFirst(), "nfs", "virtio-win-0.1.262.iso", 708);
    template(nodes.getFirst(), "nfs", "rockylinux-9-default_20240912_amd64.tar.xz", "txz", 108);
  }

  private void iso(String node, String storage, String file, long mib) {
    add(node, storage, "iso/" + file, "iso", "iso", mib);
  }

  private void template(String node, String storage, String file, String format, long mib) {
    add(node, storage, "vztmpl/" + file, "vztmpl", format, mib);
  }

  private void add(
      String node, String storageId, String name, String content, String format, long mib) {
    var place = StoredVolume.placeOf(storages.get(storageId), node);
    var bytes = mib * MIB;
    volumes.put(new StoredVolume(place, name, content, format, bytes, bytes, 0, now));
  }
}
