package direttore.proxmox.cluster;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Snapshots;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.reply.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the snapshots of one guest, and whether it can have one more. */
final class SnapshotReader {
  private static final String PRESENT = "current";

  private SnapshotReader() {}

  static Snapshots read(GuestKind kind, GuestApi guest) {
    var rows = guest.snapshots();
    return new Snapshots(obstacle(kind, guest), parentOf(rows, PRESENT), kept(rows));
  }

  private static List<Snapshots.Snapshot> kept(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.text("name").equals(PRESENT))
        .sorted(Comparator.comparingLong(row -> row.number("snaptime")))
        .map(row ->
            new Snapshots.Snapshot(
                row.text("name"),
                row.optional("parent").orElse(null),
                row.text("description").strip(),
                taken(row.number("snaptime")),
                row.flag("vmstate")))
        .toList();
  }

  private static @Nullable Instant taken(long seconds) {
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }

  private static @Nullable String parentOf(List<Row> rows, String name) {
    return rows.stream()
        .filter(row -> row.text("name").equals(name))
        .findFirst()
        .flatMap(row -> row.optional("parent"))
        .orElse(null);
  }

  private static @Nullable String obstacle(GuestKind kind, GuestApi guest) {
    var status = guest.current();
    var lock = status.optional("lock");
    if (lock.isPresent()) {
      return "It is locked: %s.".formatted(lock.get());
    }
    if (status.flag("template") || guest.config().text("template").equals("1")) {
      return "A template has no snapshots.";
    }
    return guest.can("snapshot")
        ? null
        : "A disk of this %s lies on a storage that cannot take snapshots, or in a format that cannot."
            .formatted(kind.noun());
  }
}
