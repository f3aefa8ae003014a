package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Window;
import java.util.Collections;
import java.util.Set;

/**
 * What could answer a wish, and when.
 *
 * @param resources by their ids; none where nothing can any more
 */
public record Reach(Set<Integer> resources, Window between) {
  public Reach {
    resources = Set.copyOf(resources);
  }

  /** Whether both could want the same. */
  public boolean meets(Reach other) {
    return meets(other.resources, other.between);
  }

  /** Whether it could want any of that. */
  public boolean meets(Set<Integer> others, Window during) {
    return between.overlaps(during) && !Collections.disjoint(resources, others);
  }
}
