package direttore.domain.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operations to list.
 *
 * @param states any of these; all when empty
 * @param kind as {@link Order#kind}, or null for all
 * @param since only those that were ordered then or later, or null for all
 * @param after the cursor that the page before ended with, or null for the first page
 * @param limit 1 to 200
 */
public record OperationFilter(
    Set<Operation.State> states,
    @Nullable String kind,
    @Nullable NodeName node,
    @Nullable VmId vmid,
    @Nullable String requestedBy,
    @Nullable Instant since,
    @Nullable String after,
    int limit) {
  private static final int MOST = 200;

  public OperationFilter {
    states = Set.copyOf(states);
    if (limit < 1 || limit > MOST) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(MOST));
    }
  }
}
