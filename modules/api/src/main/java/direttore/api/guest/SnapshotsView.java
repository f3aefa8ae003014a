package direttore.api.guest;

import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.Snapshots;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest's snapshots in answers, oldest first. */
record SnapshotsView(
    boolean possible,
    @Nullable String reason,
    @Nullable String currentParent,
    List<SnapshotView> snapshots) {

  /** One of them. */
  record SnapshotView(
      String name,
      @Nullable String parent,
      String description,
      @Nullable Instant created,
      boolean ram) {
    static SnapshotView of(SnapshotTree.Snapshot kept) {
      return new SnapshotView(
          kept.name(), kept.parent(), kept.description(), kept.created(), kept.ram());
    }
  }

  static SnapshotsView of(Snapshots snapshots) {
    return new SnapshotsView(
        snapshots.obstacle() == null,
        snapshots.obstacle(),
        snapshots.tree().currentParent(),
        snapshots.tree().all().stream().map(SnapshotView::of).toList());
  }
}
