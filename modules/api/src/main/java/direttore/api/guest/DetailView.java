package direttore.api.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.Marker;
import direttore.domain.guestorder.Terms;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lockSince,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long lockWaitSeconds,
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

  /**
   * The guest in an answer.
   *
   * @param listed as the list has it, which knows since when it is locked
   */
  static DetailView of(GuestDetail guest, Optional<Guest> listed) {
    var lock = guest.lock();
    return new DetailView(
        guest.ref().vmid().value(),
        name(guest),
        status(guest),
        guest.ref().node().value(),
        guest.ref().kind().wire(),
        guest.template(),
        lock,
        listed
            .filter(g -> lock != null && lock.equals(g.lock()))
            .map(Guest::lockedSince)
            .orElse(null),
        lock == null ? null : Terms.LOCK_PATIENCE.toSeconds(),
        guest.haManaged(),
        Marker.without(guest.description()),
        guest.disks().stream().map(DiskView::of).toList(),
        shown(guest.config()),
        guest.status());
  }

  private static String status(GuestDetail guest) {
    if (guest.paused()) {
      return "paused";
    }
    return guest.running() ? "running" : "stopped";
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
