package direttore.domain.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the copy.
 *
 * @param version of NetBox; null while it never answered
 * @param reachable whether NetBox answered when it was last asked
 * @param readAt when the copy was last brought up to date; null until it was first whole
 * @param comparedAt since when each of its objects was read at least once
 * @param trouble what was last wrong, and {@code troubledAt} when that was; null where nothing ever
 *     was
 */
public record CopyState(
    @Nullable String version,
    boolean reachable,
    @Nullable Instant readAt,
    @Nullable Instant comparedAt,
    @Nullable String trouble,
    @Nullable Instant troubledAt) {

  /** That of a NetBox which was never asked. */
  public static CopyState never() {
    return new CopyState(null, false, null, null, null, null);
  }

  /** What keeps the copy from being up to date; null where nothing does. */
  public @Nullable String hindrance() {
    return troubledAt != null && (readAt == null || troubledAt.isAfter(readAt)) ? trouble : null;
  }
}
