package direttore.domain.reservation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window in which all that is asked for is free.
 *
 * @param requests what is asked for to have it
 * @param claims what would be taken; of a series, on each of its dates
 * @param sameTime whether it is the window that was asked for, with other resources
 */
public record Slot(
    Window window, List<ClaimRequest> requests, List<Choice> claims, boolean sameTime) {
  public Slot {
    requests = List.copyOf(requests);
    claims = List.copyOf(claims);
  }

  /** A resource that would be taken for a request. */
  public record Choice(Resource.Ref resource, @Nullable Amount share, int request) {}
}
