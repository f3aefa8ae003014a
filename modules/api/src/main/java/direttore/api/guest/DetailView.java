package direttore.api.guest;

import direttore.domain.guest.GuestDetail;
import direttore.domain.operation.Marker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One guest in answers.
 *
 * @param config its configuration by Proxmox's keys, without what opens the guest
 * @param current its current status by Proxmox's keys
 */
record DetailView(
    int vmid,
    String name,
    String status,
    String node,
    String type,
    boolean template,
    @Nullable String lock,
    boolean haManaged,
    String description,
    List<DiskView> disks,
    Map<String, Object> config,
    Map<String, Object> current) {
  private static final Set<String> SECRET = Set.of("cipassword", "password", "sshkeys");

  /** A disk in answers. */
  record DiskView(String key, String storage, String volid, long size) {
    static DiskView of(GuestDetail.Disk disk) {
      return new DiskView(disk.key(), disk.storage(), disk.volid(), disk.bytes());
    }
  }

  static DetailView of(GuestDetail guest) {
    return new DetailView(
        guest.ref().vmid().value(),
        name(guest),
        guest.running() ? "running" : "stopped",
        guest.ref().node().value(),
        guest.ref().kind().wire(),
        guest.template(),
        guest.lock(),
        guest.haManaged(),
        Marker.without(guest.description()),
        guest.disks().stream().map(DiskView::of).toList(),
        shown(guest.config()),
        guest.status());
  }

  private static String name(GuestDetail guest) {
    var config = guest.config();
    return config.getOrDefault("name", config.getOrDefault("hostname", "")).toString();
  }

  private static Map<String, Object> shown(Map<String, Object> config) {
    var shown = new HashMap<>(config);
    shown.keySet().removeAll(SECRET);
    shown.computeIfPresent("description", (key, note) -> Marker.without(note.toString()));
    shown.remove("description", "");
    return shown;
  }
}
