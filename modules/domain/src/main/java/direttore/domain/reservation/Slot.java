package direttore.domain.reservation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window in which all that is asked for is free.
 *
 * @param claims what would be taken
 * @param sameTime whether it is the window that was asked for, with other resources
 */
public record Slot(Window window, List<Choice> claims, boolean sameTime) {
  public Slot {
    claims = List.copyOf(claims);
  }

  /** A resource that would be taken for a request. */
  public record Choice(Resource.Ref resource, @Nullable Amount share, int request) {}
}
