package direttore.proxmox.cluster;

import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.proxmox.api.GuestConfig;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.property.Bytes;
import java.util.List;
import java.util.Objects;

/** Reads one guest. */
final class Details {
  private Details() {}

  static GuestDetail read(Proxmox proxmox, GuestRef ref) {
    var guest = proxmox.node(ref.node()).guest(ref.kind(), ref.vmid());
    var current = Parallel.beside(guest::current);
    var config = guest.config();
    var status = current.get();
    return new GuestDetail(
        ref,
        config.withoutSecrets(),
        status.plain(),
        disks(config),
        config.firmware().stream().map(slot -> disk(slot, false)).toList(),
        status.text("status").equals("running"),
        status.flag("template"),
        status.filled("lock").orElse(null),
        status.row("ha").flag("managed"));
  }

  private static List<GuestDetail.Disk> disks(GuestConfig config) {
    var boot = config.bootDisk().map(GuestConfig.Slot::key).orElse("");
    return config.disks().stream().map(slot -> disk(slot, slot.key().equals(boot))).toList();
  }

  static GuestDetail.Disk disk(GuestConfig.Slot slot, boolean boots) {
    var volume = slot.volume();
    var storage = Objects.requireNonNullElse(volume.onStorage(), "");
    return new GuestDetail.Disk(
        slot.key(), storage, volume.toString(), Bytes.parse(slot.size()), boots);
  }
}
