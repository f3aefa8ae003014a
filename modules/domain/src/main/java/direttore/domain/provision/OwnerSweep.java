package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operations;
import direttore.domain.quota.Attempt;
import direttore.domain.quota.Holding;
import direttore.domain.quota.Holdings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps true who has which guest, and how large it is. A guest that somebody deletes in Proxmox
 * itself leaves its VMID free for another, which must not belong to the owner of the first; nor
 * must one that somebody made there before an order could. One that grows there counts as it is.
 */
public final class OwnerSweep {
  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final int DISKS_AT_ONCE = 100;
  private final Cluster cluster;
  private final Holdings holdings;
  private final Origins origins;
  private final Clock clock;

  public OwnerSweep(Cluster cluster, Holdings holdings, Operations operations, Clock clock) {
    this.cluster = cluster;
    this.holdings = holdings;
    this.origins = new Origins(operations);
    this.clock = clock;
  }

  /** Sweeps once, if the cluster is known as it is now; answers what is nobody's any more. */
  public List<Holding> sweep() {
    var guests = cluster.guests();
    if (guests.trouble() != null) {
      return List.of();
    }
    var there =
        guests.value().stream().collect(Collectors.toMap(g -> g.ref().vmid(), Function.identity()));
    var before = clock.instant().minus(GRACE);
    // One that was given a moment ago may not have been made yet.
    var settled =
        holdings.holdings().stream().filter(h -> h.since().isBefore(before) && !h.busy()).toList();
    measure(settled, there);
    var foreign = foreign(there);
    var gone =
        settled.stream()
            .filter(h -> !there.containsKey(h.vmid()) || foreign.contains(h.vmid()))
            .toList();
    gone.forEach(h -> holdings.forget(h.vmid(), h.since()));
    return gone;
  }

  /** Those that have the VMID of an order which did not make them. */
  private Set<VmId> foreign(Map<VmId, Guest> there) {
    return holdings.attempts(Instant.EPOCH).stream()
        .filter(a -> foreign(a.operation(), there.get(a.guest().vmid())))
        .map(a -> a.guest().vmid())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean foreign(UUID operation, @Nullable Guest guest) {
    try {
      return guest != null && foreign(operation, cluster.detail(guest.ref()));
    } catch (Refusal e) {
      // It may have moved to another node, or its node does not answer: its turn comes again.
      return false;
    }
  }

  private boolean foreign(UUID operation, GuestDetail guest) {
    // One that is being made gets its marker last.
    return guest.lock() == null && !origins.made(operation, guest.description());
  }

  /**
   * Frees the room of orders that ended without success a moment ago and left no guest of theirs,
   * as their nodes know now; answers those.
   */
  public List<Attempt> freeRoom() {
    var vain =
        holdings.attempts(clock.instant().minus(GRACE)).stream().filter(this::leftNothing).toList();
    vain.forEach(a -> holdings.forget(a.guest().vmid(), a.since()));
    return vain;
  }

  private boolean leftNothing(Attempt attempt) {
    try {
      return foreign(attempt.operation(), cluster.detail(attempt.guest()));
    } catch (Refusal.NotFound e) {
      return true;
    } catch (Refusal e) {
      // The node does not answer: the guest may be there.
      return false;
    }
  }

  private void measure(List<Holding> settled, Map<VmId, Guest> there) {
    // Disks cost a request for each guest: those that were looked at longest ago come first.
    var due =
        settled.stream()
            .filter(h -> there.containsKey(h.vmid()))
            .sorted(Comparator.comparing(OwnerSweep::measured))
            .limit(DISKS_AT_ONCE)
            .map(Holding::vmid)
            .collect(Collectors.toUnmodifiableSet());
    for (var holding : settled) {
      var guest = there.get(holding.vmid());
      if (guest != null && guest.trouble() == null && guest.maxMem() > 0) {
        if (due.contains(holding.vmid())) {
          measureDisks(holding, guest);
        } else {
          measureRest(holding, guest);
        }
      }
    }
  }

  private static Instant measured(Holding holding) {
    var measured = holding.measured();
    return measured == null ? Instant.EPOCH : measured;
  }

  private void measureDisks(Holding holding, Guest guest) {
    try {
      var size = GuestSize.measured(guest, cluster.detail(guest.ref()));
      holdings.measure(holding.vmid(), holding.since(), size, clock.instant());
    } catch (Refusal e) {
      // Its turn comes again.
      measureRest(holding, guest);
    }
  }

  private void measureRest(Holding holding, Guest guest) {
    var listed = GuestSize.listed(guest, Math.max(holding.size().disk(), guest.maxDisk()));
    var size = guest.ref().kind() == GuestKind.LXC ? listed.atLeastMemory(holding.size()) : listed;
    if (!size.equals(holding.size())) {
      holdings.measure(holding.vmid(), holding.since(), size, null);
    }
  }
}
