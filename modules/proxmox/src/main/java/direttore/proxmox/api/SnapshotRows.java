package direttore.proxmox.api;

import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.proxmox.reply.ReplyRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@code GET …/snapshot}. */
final class SnapshotRows {
  /** The row that stands for the guest as it is. */
  private static final String PRESENT = "current";

  private static final Comparator<Snapshot> OLDEST_FIRST =
      Comparator.comparing(
              Snapshot::created, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Snapshot::name);

  private SnapshotRows() {}

  static SnapshotTree tree(List<ReplyRow> rows) {
    var snapshots =
        rows.stream()
            .filter(row -> !row.text("name").equals(PRESENT))
            .map(SnapshotRows::snapshot)
            .sorted(OLDEST_FIRST)
            .toList();
    var parent =
        rows.stream()
            .filter(row -> row.text("name").equals(PRESENT))
            .findFirst()
            .flatMap(row -> row.optional("parent"));
    return new SnapshotTree(parent.orElse(null), snapshots);
  }

  private static Snapshot snapshot(ReplyRow row) {
    return new Snapshot(
        row.text("name"),
        row.optional("parent").orElse(null),
        row.text("description").stripTrailing(),
        created(row),
        row.flag("vmstate"),
        row.optional("snapstate").orElse(null));
  }

  private static @Nullable Instant created(ReplyRow row) {
    var seconds = row.number("snaptime");
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }
}
