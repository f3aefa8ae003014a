package direttore.api.health;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Reading;
import direttore.domain.guest.Guest;
import direttore.domain.guest.VmId;
import java.util.List;
import java.util.Optional;

/**
 * How the cluster is. An old reading is still worth an answer, so that only a cluster that was
 * never read cannot be used; what keeps it from being read now, such as credentials that are not
 * accepted any more, is a flaw, and so is seeing unusually few guests.
 */
public final class ClusterHealth {
  /** Below, the loss of half of all guests is nothing unusual. */
  private static final int MANY = 10;

  /** How many of the guests that are not seen any more are looked for. */
  private static final int SOUGHT = 3;

  private final Cluster cluster;
  private int most;
  private List<VmId> last = List.of();

  public ClusterHealth(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Why it cannot be used. */
  public Optional<String> trouble() {
    try {
      return cluster.nodes().value().isEmpty() ? Optional.of("has no nodes") : Optional.empty();
    } catch (Refusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What is wrong with it although it can be used. */
  public Optional<String> flaw() {
    var guests = cluster.guests();
    return Optional.ofNullable(guests.trouble())
        .or(() -> fewer(guests))
        .or(() -> guests.value().isEmpty() ? hidden() : Optional.empty());
  }

  private synchronized Optional<String> fewer(Reading<List<Guest>> guests) {
    var now = guests.value().size();
    most = Math.max(most, now);
    if (now > 0) {
      last = guests.value().stream().map(g -> g.ref().vmid()).limit(SOUGHT).toList();
    }
    return most >= MANY && now * 2 < most
        ? Optional.of(
            "The Proxmox account sees %d guests, and saw %d before; it may have lost the privilege VM.Audit on some."
                .formatted(now, most))
        : Optional.empty();
  }

  /** That none is seen is no news where all were deleted: their VMIDs are free then. */
  private Optional<String> hidden() {
    return lastSeen().stream()
        .filter(vmid -> !cluster.vacant(vmid))
        .findFirst()
        .map(
            "The Proxmox account sees no guests, although VMID %s is taken; it may have lost the privilege VM.Audit."
                ::formatted);
  }

  private synchronized List<VmId> lastSeen() {
    return last;
  }
}
