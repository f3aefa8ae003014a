package direttore.domain.reservation.policy;

import direttore.domain.reservation.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as far as rules look at it.
 *
 * @param before when it is now, or null for a new one
 * @param theirs whether it becomes theirs with this: it is new, or handed to them
 * @param moved whether its time or what it claims is another
 * @param recurring whether it is of a series that is asked for
 * @param resources what it claims
 */
public record Asked(
    Window window,
    @Nullable Window before,
    boolean theirs,
    boolean moved,
    boolean recurring,
    Set<Integer> resources,
    ZoneId zone,
    Instant now) {
  public Asked {
    resources = Set.copyOf(resources);
  }

  /** Whether it is under way and goes on for longer. */
  boolean extended() {
    return begun()
        && before != null
        && before.from().equals(window.from())
        && window.to().isAfter(before.to());
  }

  boolean begun() {
    return before != null && !before.from().isAfter(now);
  }
}
