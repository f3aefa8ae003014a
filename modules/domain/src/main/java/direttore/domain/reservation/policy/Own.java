package direttore.domain.reservation.policy;

import direttore.domain.reservation.Window;
import java.util.Set;

/**
 * Another reservation of the same person.
 *
 * @param open whether it is to come or under way
 * @param resources what it claims
 */
public record Own(Window window, boolean open, Set<Integer> resources) {
  public Own {
    resources = Set.copyOf(resources);
  }
}
