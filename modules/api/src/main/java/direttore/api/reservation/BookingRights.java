package direttore.api.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Access;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Pools;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.StorageResources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether somebody may book what they ask for. */
final class BookingRights {
  private final Cluster cluster;
  private final Pools pools;
  private final Access access;

  BookingRights(Cluster cluster, Pools pools, Access access) {
    this.cluster = cluster;
    this.pools = pools;
    this.access = access;
  }

  /** Refuses with {@code Unknown} where a guest is named that there is not. */
  void requireGuests(List<ClaimRequest> claims) {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).kind() == ResourceKind.GUEST && guest(claims.get(i)).isEmpty()) {
        var name = claims.get(i) instanceof ClaimRequest.Named named ? named.name() : "";
        throw new Refusal.Unknown(
            "guest", "claims[%d].guest".formatted(i), "There is no guest %s.".formatted(name));
      }
    }
  }

  /**
   * Refuses with {@code Forbidden} where they may not book all of it. Who may book a node may book
   * what is on it: guests, pools and storages, also a storage that other nodes share with it.
   */
  void requireClaims(Actor actor, List<ClaimRequest> claims, @Nullable TeamName team) {
    for (var claim : claims) {
      // How much somebody may have is no place.
      if (!claim.kind().limit() && !mayBook(actor, claim, team)) {
        throw new Refusal.Forbidden(Right.BOOK, actor.whyNot(Right.BOOK));
      }
    }
  }

  private boolean mayBook(Actor actor, ClaimRequest claim, @Nullable TeamName team) {
    return actor.mayBook(null, team)
        || nodes(claim).stream().anyMatch(node -> actor.mayBook(node, team));
  }

  /**
   * Refuses with {@code Forbidden} where guests that are not theirs would be started or ended, and
   * with {@code Unknown} where they would be put back to a snapshot that they do not have.
   */
  void requireEffects(Actor actor, List<ClaimRequest> claims, AtStart atStart, AtEnd atEnd) {
    var ends = !atEnd.equals(AtEnd.NOTHING) && !atEnd.destroys();
    if (!atStart.starts() && !ends) {
      return;
    }
    var guests = claims.stream().flatMap(claim -> guest(claim).stream()).toList();
    guests.forEach(guest -> access.requireChange(actor, guest));
    requireSnapshot(guests, "at_start", atStart.snapshot());
    requireSnapshot(guests, "at_end", atEnd.snapshot());
  }

  private void requireSnapshot(
      List<GuestRef> guests, String field, @Nullable SnapshotName snapshot) {
    if (snapshot == null) {
      return;
    }
    for (var guest : guests) {
      if (cluster.snapshotTree(guest).all().stream()
          .noneMatch(each -> each.name().equals(snapshot.value()))) {
        throw new Refusal.Unknown(
            "snapshot", field, "Guest %s has no snapshot %s.".formatted(guest.vmid(), snapshot));
      }
    }
  }

  /** Where it is; none where that is not said, or it is on no node. */
  private Set<NodeName> nodes(ClaimRequest claim) {
    if (!(claim instanceof ClaimRequest.Named(var kind, var name, _))) {
      return Set.of();
    }
    return switch (kind) {
      case NODE -> Set.of(new NodeName(name));
      case GUEST -> guest(claim).map(GuestRef::node).map(Set::of).orElse(Set.of());
      case STORAGE -> StorageResources.nodes(name, cluster.storages().value());
      case POOL ->
          pools.all().stream()
              .filter(pool -> pool.name().equals(name))
              .map(Pool::node)
              .collect(Collectors.toSet());
      case DEVICE, PORT, VLAN, NETWORK, CONSOLE, TEAM, PERSON, ADDRESSES -> Set.of();
    };
  }

  private Optional<GuestRef> guest(ClaimRequest claim) {
    return claim instanceof ClaimRequest.Named(var kind, var name, _) && kind == ResourceKind.GUEST
        ? cluster.guest(VmId.parse(name)).map(Guest::ref)
        : Optional.empty();
  }
}
