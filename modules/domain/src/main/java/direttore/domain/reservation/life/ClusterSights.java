package direttore.domain.reservation.life;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
import java.util.List;
import java.util.UUID;

/** Looks at guests in the cluster. */
public final class ClusterSights implements Sights {
  private final Cluster cluster;

  public ClusterSights(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Sight of(Part part, List<UUID> makers, GuestRef guest) {
    try {
      return seen(part, makers, followed(guest));
    } catch (Refusal.NotFound e) {
      return vacant(guest) ? new Sight.Absent() : new Sight.Unknown();
    } catch (Refusal.Moved | Refusal.Unreachable | Refusal.Upstream e) {
      return new Sight.Unknown();
    }
  }

  private boolean vacant(GuestRef guest) {
    try {
      return cluster.vacant(guest.vmid());
    } catch (Refusal.Unreachable | Refusal.Upstream e) {
      return false;
    }
  }

  /** One that has moved to another node is followed, once. */
  private GuestDetail followed(GuestRef guest) {
    try {
      return cluster.detail(guest);
    } catch (Refusal.Moved e) {
      return cluster.detail(e.to());
    }
  }

  private static Sight seen(Part part, List<UUID> makers, GuestDetail guest) {
    var ours =
        !part.made() || makers.stream().anyMatch(id -> new Marker(id).marks(guest.description()));
    return ours
        ? new Sight.There(guest.ref(), guest.running() && !guest.paused(), guest.birth())
        : new Sight.Absent();
  }
}
