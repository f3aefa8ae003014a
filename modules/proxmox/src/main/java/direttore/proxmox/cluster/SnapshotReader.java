package direttore.proxmox.cluster;

import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Snapshots;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the snapshots of one guest, and whether it can have one more. */
final class SnapshotReader {
  private SnapshotReader() {}

  static Snapshots read(GuestKind kind, GuestApi guest) {
    var status = Parallel.beside(guest::current);
    var config = Parallel.beside(guest::config);
    return read(
        kind,
        guest,
        () -> config.get().text("template").equals("1") || status.get().flag("template"));
  }

  /** Of a guest that was read just now. */
  static Snapshots read(GuestDetail detail, GuestApi guest) {
    return read(
        detail.ref().kind(),
        guest,
        () -> detail.template() || String.valueOf(detail.config().get("template")).equals("1"));
  }

  private static Snapshots read(GuestKind kind, GuestApi guest, BooleanSupplier template) {
    var can = Parallel.beside(() -> guest.can("snapshot"));
    var all = guest.snapshots();
    return new Snapshots(obstacle(kind, template, can), all);
  }

  private static @Nullable String obstacle(
      GuestKind kind, BooleanSupplier template, Supplier<Boolean> can) {
    if (template.getAsBoolean()) {
      return "A template has no snapshots.";
    }
    try {
      return can.get()
          ? null
          : "A disk of this %s lies on a storage that cannot take snapshots, or in a format that cannot."
              .formatted(kind.noun());
    } catch (ProxmoxFailure.Answered e) {
      // Such as of a disk on a storage that is not there any more: its snapshots are, all the same.
      return e.sentence();
    }
  }
}
