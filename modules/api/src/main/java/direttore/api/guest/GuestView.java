package direttore.api.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import direttore.domain.guest.Guest;
import direttore.domain.guestorder.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest in lists, with the field names of Proxmox. */
record GuestView(
    int vmid,
    String name,
    String status,
    String node,
    String type,
    double cpus,
    double cpu,
    long mem,
    long maxmem,
    long maxdisk,
    long uptime,
    List<String> tags,
    boolean template,
    @Nullable String lock,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lockSince,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long lockWaitSeconds,
    @Nullable String trouble) {
  static GuestView of(Guest guest) {
    return new GuestView(
        guest.ref().vmid().value(),
        guest.name(),
        guest.status(),
        guest.ref().node().value(),
        guest.ref().kind().wire(),
        guest.cpus(),
        guest.cpu(),
        guest.mem(),
        guest.maxMem(),
        guest.maxDisk(),
        guest.uptime(),
        guest.tags(),
        guest.template(),
        guest.lock(),
        guest.lockedSince(),
        guest.lock() == null ? null : Terms.LOCK_PATIENCE.toSeconds(),
        guest.trouble());
  }
}
