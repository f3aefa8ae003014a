package direttore.domain.provision;

import direttore.domain.access.Owner;
import direttore.domain.access.Owners;
import direttore.domain.cluster.Cluster;
import direttore.domain.operation.Dispatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Forgets who had guests that are gone. A guest that somebody deletes in Proxmox itself leaves its
 * VMID free for another, which must not belong to the owner of the first.
 */
public final class OwnerSweep {
  private static final Duration GRACE = Duration.ofMinutes(10);
  private final Cluster cluster;
  private final Owners owners;
  private final Dispatch dispatch;
  private final Clock clock;

  public OwnerSweep(Cluster cluster, Owners owners, Dispatch dispatch, Clock clock) {
    this.cluster = cluster;
    this.owners = owners;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Sweeps once, if the cluster is known as it is now; answers whose guests are gone. */
  public List<Owner> sweep() {
    var guests = cluster.guests();
    if (guests.trouble() != null) {
      return List.of();
    }
    var there =
        guests.value().stream().map(g -> g.ref().vmid()).collect(Collectors.toUnmodifiableSet());
    var before = clock.instant().minus(GRACE);
    var gone =
        owners.all().stream()
            // One that was given a moment ago may not have been made yet.
            .filter(o -> o.since().isBefore(before))
            .filter(o -> !there.contains(o.vmid()) && dispatch.activeOn(o.vmid()).isEmpty())
            .toList();
    gone.forEach(o -> owners.forget(o.vmid()));
    return gone;
  }
}
