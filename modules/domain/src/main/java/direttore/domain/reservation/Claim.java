package direttore.domain.reservation;

import org.jspecify.annotations.Nullable;

/**
 * What a reservation has of one resource.
 *
 * @param share how much of it, or null for the whole
 * @param during with lead, grace and tidying
 * @param holding whether it still keeps others out
 * @param wanted what was asked for, so that it can be decided anew
 * @param request which of the requests it answers, counted from 0
 */
public record Claim(
    Resource.Ref resource,
    @Nullable Amount share,
    Window during,
    boolean holding,
    ClaimRequest wanted,
    int request) {
  public boolean whole() {
    return share == null;
  }

  /** The same for another time. */
  Claim during(Window other) {
    return new Claim(resource, share, other, holding, wanted, request);
  }

  /** The same, keeping nobody out any more. */
  Claim released() {
    return new Claim(resource, share, during, false, wanted, request);
  }
}
