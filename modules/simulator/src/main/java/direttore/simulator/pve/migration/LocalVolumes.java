package direttore.simulator.pve.migration;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The volumes of a guest, and which of them are on its node alone. */
final class LocalVolumes {
  private static final String HOLDS_VOLUME =
      "(ide|scsi|virtio|sata|efidisk|tpmstate|unused|mp)\\d+|rootfs|vmstate";

  private LocalVolumes() {}

  /**
   * A volume of a guest.
   *
   * @param key of the configuration or of a snapshot
   */
  record Used(String key, Volid volid, boolean cdrom, StoredVolume volume) {
    boolean isUnused() {
      return key.startsWith("unused");
    }
  }

  /** Those that exist, each once. */
  static Map<String, Used> all(Guest guest, Site site) {
    var found = new LinkedHashMap<String, Used>();
    collect(guest, guest.config(), site, found);
    guest.snapshots().values().forEach(s -> collect(guest, s, site, found));
    return found;
  }

  /** Those that no other node has. */
  static Map<String, Used> local(Guest guest, Site site) {
    var local = all(guest, site);
    local.values().removeIf(u -> site.disks().storages().get(u.volid.storage()).shared());
    return local;
  }

  private static void collect(
      Guest guest, Map<String, String> config, Site site, Map<String, Used> found) {
    for (var entry : new TreeMap<>(config).entrySet()) {
      var value = PropertyString.parse(entry.getValue());
      var volid = Volid.parse(value.first().isEmpty() ? value.get("file", "") : value.first());
      if (!entry.getKey().matches(HOLDS_VOLUME) || volid == null) {
        continue;
      }
      var cdrom = "cdrom".equals(value.get("media"));
      site.disks()
          .storages()
          .find(volid.storage())
          .flatMap(s -> site.disks().volumes().find(s, guest.node(), volid.name()))
          .ifPresent(v -> found.putIfAbsent(v.volid(), new Used(entry.getKey(), volid, cdrom, v)));
    }
  }
}
