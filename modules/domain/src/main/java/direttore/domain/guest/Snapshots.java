package direttore.domain.guest;

import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one guest, and whether it can have one more.
 *
 * @param obstacle why Proxmox cannot take one now, or null when it can
 */
public record Snapshots(@Nullable String obstacle, SnapshotTree tree) {}
