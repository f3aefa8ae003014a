package direttore.proxmox.cluster;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Snapshots;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.failure.ProxmoxFailure;
import org.jspecify.annotations.Nullable;

/** Reads the snapshots of one guest, and whether it can have one more. */
final class SnapshotReader {
  private SnapshotReader() {}

  static Snapshots read(GuestKind kind, GuestApi guest) {
    return new Snapshots(obstacle(kind, guest), guest.snapshots());
  }

  private static @Nullable String obstacle(GuestKind kind, GuestApi guest) {
    var status = guest.current();
    if (status.flag("template") || guest.config().text("template").equals("1")) {
      return "A template has no snapshots.";
    }
    try {
      return guest.can("snapshot")
          ? null
          : "A disk of this %s lies on a storage that cannot take snapshots, or in a format that cannot."
              .formatted(kind.noun());
    } catch (ProxmoxFailure.Answered e) {
      // Such as of a disk on a storage that is not there any more: its snapshots are, all the same.
      return e.sentence();
    }
  }
}
