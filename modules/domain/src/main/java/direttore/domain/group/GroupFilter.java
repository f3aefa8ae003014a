package direttore.domain.group;

import direttore.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which groups to list.
 *
 * @param requestedBy whose, or null for all
 * @param active only those under way, or only those that ended; null for all
 * @param after the cursor that the page before ended with, or null for the first page
 * @param limit 1 to 50
 */
public record GroupFilter(
    @Nullable String requestedBy, @Nullable Boolean active, @Nullable String after, int limit) {
  private static final int MOST = 50;

  public GroupFilter {
    if (limit < 1 || limit > MOST) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(MOST));
    }
  }
}
