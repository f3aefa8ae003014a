package direttore.api.reservation;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.SizeWords;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.DiskTaken;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.StorageResources;
import direttore.domain.reservation.life.NewPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What guests that a reservation brings take of nodes, of storages and of prefixes. Where it is not
 * known how much of a storage that is ({@link DiskTaken}), nothing of it is claimed.
 */
final class GuestsRoom {
  private final Cluster cluster;

  GuestsRoom(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A node or a storage, by the name under which it can be claimed. */
  private record Place(ResourceKind kind, String name) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::kind).thenComparing(Place::name);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** The orders of all of them. */
  static List<NewPart> orders(List<GuestsWanted> guests) {
    return guests.stream().flatMap(each -> each.parts().stream()).toList();
  }

  /**
   * The claims with what the guests take of nodes, storages and prefixes of which nothing is
   * claimed; elsewhere it must suffice.
   *
   * @param field that is wrong where it does not; null for that of the claim
   */
  List<ClaimRequest> beside(
      List<ClaimRequest> claims, Collection<NewPart> brought, @Nullable String field) {
    var all = new ArrayList<>(claims);
    taken(brought)
        .forEach((place, amount) -> {
          var there = claimed(claims, place);
          if (there < 0 && (claims.isEmpty() || !amount.nothing())) {
            all.add(new ClaimRequest.Named(place.kind(), place.name(), amount));
          } else if (there >= 0) {
            var where = field == null ? "claims[%d]".formatted(there) : field;
            requireRoom(where, place.kind(), claims.get(there).share(), amount);
          }
        });
    return GuestsPrefixes.beside(all, brought, field);
  }

  /** The claims without those that are no more than what such guests take. */
  List<ClaimRequest> without(List<ClaimRequest> claims, Collection<NewPart> brought) {
    var taken = taken(brought);
    return GuestsPrefixes.without(claims, brought).stream()
        .filter(claim ->
            !(claim instanceof ClaimRequest.Named(var kind, var name, var share)
                && share != null
                && share.equals(taken.get(new Place(kind, name)))))
        .toList();
  }

  private static int claimed(List<ClaimRequest> claims, Place place) {
    return IntStream.range(0, claims.size())
        .filter(i ->
            claims.get(i) instanceof ClaimRequest.Named(var kind, var name, _)
                && place.equals(new Place(kind, name)))
        .findFirst()
        .orElse(-1);
  }

  private static void requireRoom(
      String field, ResourceKind kind, @Nullable Amount claimed, Amount taken) {
    if (claimed != null
        && (claimed.cores() < taken.cores()
            || claimed.memory() < taken.memory()
            || claimed.disk() < taken.disk())) {
      throw new Refusal.Invalid(
          field,
          field.startsWith("claims")
              ? "must be %s at least, which its guests take".formatted(words(kind, taken))
              : "would take %s, and %s are claimed for them"
                  .formatted(words(kind, taken), words(kind, claimed)));
    }
  }

  private static String words(ResourceKind kind, Amount amount) {
    return kind == ResourceKind.STORAGE
        ? SizeWords.of(amount.disk())
        : "%d cores and %d MiB".formatted(amount.cores(), amount.memory());
  }

  private SortedMap<Place, Amount> taken(Collection<NewPart> brought) {
    var all = new TreeMap<Place, Amount>();
    for (var part : brought) {
      var order = part.making().order();
      var node = new Place(ResourceKind.NODE, order.node().value());
      if (order.action() instanceof GuestAction.Creation making) {
        var size = making.size();
        all.merge(node, Amount.of(size.cores(), size.memory(), 0), Amount::plus);
        DiskTaken.of(making)
            .ifPresent(disk ->
                storage(order.node(), disk.storage())
                    .ifPresent(
                        place -> all.merge(place, Amount.of(0, 0, disk.bytes()), Amount::plus)));
      } else {
        all.merge(node, Amount.NONE, Amount::plus);
      }
    }
    return all;
  }

  /** Empty for one of which no room can be claimed, or that its node does not tell of. */
  private Optional<Place> storage(NodeName node, String name) {
    return cluster
        .storage(node, name)
        .value()
        .filter(StorageResources::has)
        .map(storage -> new Place(ResourceKind.STORAGE, StorageResources.name(node, storage)));
  }
}
