package direttore.simulator.pve.removal;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the volumes that belong to a guest. */
final class OwnVolumes {
  private static final String HOLDS_VOLUME =
      "(ide|scsi|virtio|sata|efidisk|tpmstate|unused|mp)\\d+|rootfs|vmstate";

  private final Disks disks;

  OwnVolumes(Disks disks) {
    this.disks = disks;
  }

  /** The volumes in its configuration, pending changes and snapshots, each once. */
  Set<StoredVolume> of(Guest guest) {
    var found = new LinkedHashSet<StoredVolume>();
    collect(guest, guest.config(), found);
    collect(guest, guest.pending(), found);
    guest.snapshots().values().forEach(s -> collect(guest, s, found));
    return found;
  }

  /** The volumes with its vmid on all storages of its node. */
  List<StoredVolume> unreferenced(Guest guest) {
    var found = new ArrayList<StoredVolume>();
    for (var storage : disks.storages().all()) {
      if (storage.isEnabledOn(guest.node())) {
        var place = StoredVolume.placeOf(storage, guest.node());
        disks.volumes().ofGuest(place, guest.vmid()).stream()
            .filter(v -> v.content().equals("images") || v.content().equals("rootdir"))
            .forEach(found::add);
      }
    }
    return found;
  }

  private void collect(Guest guest, Map<String, String> config, Set<StoredVolume> found) {
    config.forEach((key, value) -> {
      var volid = key.matches(HOLDS_VOLUME) ? volid(value) : null;
      if (volid != null) {
        disks
            .storages()
            .find(volid.storage())
            .flatMap(s -> disks.volumes().find(s, guest.node(), volid.name()))
            .filter(v -> v.vmid() == guest.vmid())
            .ifPresent(found::add);
      }
    });
  }

  private static @Nullable Volid volid(String value) {
    var volume = PropertyString.parse(value);
    var text = volume.first().isEmpty() ? volume.get("file", "") : volume.first();
    return Volid.parse(text);
  }
}
