package direttore.api.reservation;

import direttore.domain.Refusal;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.life.NewPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What guests that a reservation brings take of nodes. */
final class GuestsRoom {
  private GuestsRoom() {}

  /** The orders of all of them. */
  static List<NewPart> orders(List<GuestsWanted> guests) {
    return guests.stream().flatMap(each -> each.parts().stream()).toList();
  }

  /**
   * The claims with what the guests take of nodes of which nothing is claimed; elsewhere it must
   * suffice.
   *
   * @param field that is wrong where it does not; null for that of the claim
   */
  static List<ClaimRequest> beside(
      List<ClaimRequest> claims, Collection<NewPart> brought, @Nullable String field) {
    var all = new ArrayList<>(claims);
    taken(brought)
        .forEach((node, amount) -> {
          var there = claimed(claims, node);
          if (there < 0 && (claims.isEmpty() || !amount.nothing())) {
            all.add(ClaimRequest.share(new NodeName(node), amount));
          } else if (there >= 0) {
            var where = field == null ? "claims[%d]".formatted(there) : field;
            requireRoom(where, claims.get(there).share(), amount);
          }
        });
    return all;
  }

  /** The claims without those that are no more than what such guests take. */
  static List<ClaimRequest> without(List<ClaimRequest> claims, Collection<NewPart> brought) {
    var taken = taken(brought);
    return claims.stream()
        .filter(claim ->
            !(claim instanceof ClaimRequest.Named(var kind, var name, var share)
                && kind == ResourceKind.NODE
                && share != null
                && share.equals(taken.get(name))))
        .toList();
  }

  private static int claimed(List<ClaimRequest> claims, String node) {
    return IntStream.range(0, claims.size())
        .filter(i ->
            claims.get(i) instanceof ClaimRequest.Named(var kind, var name, _)
                && kind == ResourceKind.NODE
                && name.equals(node))
        .findFirst()
        .orElse(-1);
  }

  private static void requireRoom(String field, @Nullable Amount claimed, Amount taken) {
    if (claimed != null && (claimed.cores() < taken.cores() || claimed.memory() < taken.memory())) {
      throw new Refusal.Invalid(
          field,
          field.startsWith("claims")
              ? "must be %d cores and %d MiB at least, which its guests take"
                  .formatted(taken.cores(), taken.memory())
              : "would take %d cores and %d MiB, and %d cores and %d MiB are claimed for them"
                  .formatted(taken.cores(), taken.memory(), claimed.cores(), claimed.memory()));
    }
  }

  private static SortedMap<String, Amount> taken(Collection<NewPart> brought) {
    var byNode = new TreeMap<String, Amount>();
    for (var part : brought) {
      byNode.merge(part.making().order().node().value(), amount(part), Amount::plus);
    }
    return byNode;
  }

  private static Amount amount(NewPart part) {
    if (!(part.making().order().action() instanceof GuestAction.Creation making)) {
      return Amount.NONE;
    }
    var size = making.size();
    return Amount.of(size.cores(), size.memory(), 0);
  }
}
