package direttore.api.reservation;

import direttore.domain.Refusal;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.life.NewPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The addresses of prefixes that guests which a reservation brings take, one for each NIC. */
final class GuestsPrefixes {
  private GuestsPrefixes() {}

  /**
   * The claims with those of prefixes of which nothing is claimed; elsewhere it must suffice.
   *
   * @param field that is wrong where it does not; null for that of the claim
   */
  static List<ClaimRequest> beside(
      List<ClaimRequest> claims, Collection<NewPart> brought, @Nullable String field) {
    var all = new ArrayList<>(claims);
    taken(brought)
        .forEach((prefix, count) -> {
          var there = place(claims, prefix);
          if (there < 0) {
            all.add(new ClaimRequest.OfPrefix(prefix, count, null));
          } else {
            requireEnough(there, field, claims.get(there).count(), count);
          }
        });
    return all;
  }

  private static void requireEnough(int claim, @Nullable String field, int claimed, int taken) {
    if (claimed >= taken) {
      return;
    }
    throw field == null
        ? new Refusal.Invalid(
            "claims[%d].count".formatted(claim),
            "must be %d at least, one for each NIC of its guests".formatted(taken))
        : new Refusal.Invalid(
            field,
            "would take %d addresses of the prefix, and %d are claimed for them"
                .formatted(taken, claimed));
  }

  private static int place(List<ClaimRequest> claims, long prefix) {
    return IntStream.range(0, claims.size())
        .filter(i -> claims.get(i) instanceof ClaimRequest.OfPrefix of && of.prefix() == prefix)
        .findFirst()
        .orElse(-1);
  }

  /** The claims without those that are no more than what such guests take. */
  static List<ClaimRequest> without(List<ClaimRequest> claims, Collection<NewPart> brought) {
    var taken = taken(brought);
    return claims.stream()
        .filter(claim ->
            !(claim instanceof ClaimRequest.OfPrefix(var prefix, var count, _)
                && taken.getOrDefault(prefix, 0) == count))
        .toList();
  }

  private static SortedMap<Long, Integer> taken(Collection<NewPart> brought) {
    var all = new TreeMap<Long, Integer>();
    for (var part : brought) {
      if (part.making().order().action() instanceof GuestAction.Creation making) {
        for (var nic : making.held()) {
          var prefix = nic.prefix();
          if (prefix != null) {
            all.merge(prefix, 1, Integer::sum);
          }
        }
      }
    }
    return all;
  }
}
