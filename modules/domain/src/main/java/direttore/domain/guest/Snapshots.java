package direttore.domain.guest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one guest.
 *
 * @param obstacle why Proxmox cannot take one now, or null when it can
 * @param currentParent the snapshot that the present state came from, or null
 * @param all oldest first
 */
public record Snapshots(
    @Nullable String obstacle, @Nullable String currentParent, List<Snapshot> all) {
  public Snapshots {
    all = List.copyOf(all);
  }

  /**
   * A kept state.
   *
   * @param parent the snapshot before it, or null
   * @param created when it was taken, or null while it is being taken
   * @param ram whether the memory was kept too
   */
  public record Snapshot(
      String name,
      @Nullable String parent,
      String description,
      @Nullable Instant created,
      boolean ram) {}

  /** The one of that name. */
  public Optional<Snapshot> find(SnapshotName name) {
    return all.stream().filter(s -> s.name().equals(name.value())).findFirst();
  }
}
