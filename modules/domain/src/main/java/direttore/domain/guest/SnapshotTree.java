package direttore.domain.guest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All snapshots of one guest.
 *
 * @param currentParent the snapshot that the present state came from, or null
 * @param all oldest first
 */
public record SnapshotTree(@Nullable String currentParent, List<Snapshot> all) {
  public SnapshotTree {
    all = List.copyOf(all);
  }

  /**
   * A kept state.
   *
   * @param parent the snapshot before it, or null
   * @param created by the clock of its node, to the second; null when Proxmox does not say
   * @param ram whether the memory was kept too, so that the guest runs after going back to it
   * @param unfinished what is being done to it, such as {@code prepare}, or null when it is whole
   */
  public record Snapshot(
      String name,
      @Nullable String parent,
      String description,
      @Nullable Instant created,
      boolean ram,
      @Nullable String unfinished) {}

  /** The one of that name. */
  public Optional<Snapshot> find(SnapshotName name) {
    return all.stream().filter(s -> s.name().equals(name.value())).findFirst();
  }
}
