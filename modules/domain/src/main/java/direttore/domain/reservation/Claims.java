package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.HashSet;
import java.util.List;

/** What holds for the claims of one reservation together. */
final class Claims {
  private Claims() {}

  static void check(List<ClaimRequest> claims) {
    if (claims.stream().mapToInt(ClaimRequest::count).sum() > NewReservation.MOST_CLAIMS) {
      throw new Refusal.Invalid(
          "claims", "must be %d at most".formatted(NewReservation.MOST_CLAIMS));
    }
    var named = new HashSet<String>();
    var prefixes = new HashSet<Long>();
    for (var i = 0; i < claims.size(); i++) {
      if (claims.get(i) instanceof ClaimRequest.OfPrefix of && !prefixes.add(of.prefix())) {
        throw new Refusal.Invalid(
            "claims[%d].prefix".formatted(i),
            "names the prefix %d again; claim it once".formatted(of.prefix()));
      }
      // Beside the whole of something nobody has a share, not even the same reservation; two
      // shares of the same are one.
      if (claims.get(i) instanceof ClaimRequest.Named one
          && !named.add(one.kind().wire() + " " + one.name())) {
        throw new Refusal.Invalid(
            "claims[%d]".formatted(i),
            "names %s %s again; claim it once".formatted(one.kind().wire(), one.name()));
      }
    }
  }
}
