package direttore.domain.reservation.life;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at guests in the cluster. */
public final class ClusterSights implements Sights {
  private final Cluster cluster;
  private final Signs signs;

  /**
   * @param signs asks those of which more is wanted than that they run
   */
  public ClusterSights(Cluster cluster, Signs signs) {
    this.cluster = cluster;
    this.signs = signs;
  }

  @Override
  public Sight of(Part part, List<UUID> makers, GuestRef guest) {
    try {
      var there = cluster.followed(guest);
      return switch (Identity.of(part, makers, there.description(), there.birth())) {
        case SAME -> seen(part, there);
        case OTHER -> new Sight.Another();
        case UNCERTAIN -> new Sight.Unproven(there.ref());
      };
    } catch (Refusal.NotFound e) {
      return missing(guest);
    } catch (Refusal.Moved | Refusal.Unreachable | Refusal.Upstream e) {
      return new Sight.Unknown();
    }
  }

  /** One of the other kind has its VMID, or nobody has. */
  private Sight missing(GuestRef guest) {
    try {
      if (cluster.vacant(guest.vmid())) {
        return new Sight.Absent();
      }
      return cluster.guest(guest.vmid()).filter(it -> it.ref().kind() != guest.kind()).isPresent()
          ? new Sight.Another()
          : new Sight.Unknown();
    } catch (Refusal.Unreachable | Refusal.Upstream e) {
      return new Sight.Unknown();
    }
  }

  private Sight seen(Part part, GuestDetail guest) {
    var running = guest.running() && !guest.paused();
    var asked = running && part.want() == PartWant.PRESENT && part.care().ready().asks();
    return (asked ? signs.ask(part, guest.ref()) : Optional.of(new Signs.Answer(null)))
        .<Sight>map(answer -> new Sight.There(guest.ref(), running, guest.birth(), answer.lack()))
        .orElseGet(Sight.Unknown::new);
  }
}
