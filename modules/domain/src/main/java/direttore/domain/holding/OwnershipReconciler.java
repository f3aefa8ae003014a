package direttore.domain.holding;

import direttore.domain.Refusal;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Birth;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.Marker;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles who has which guest, and how large it is, with the cluster. A guest that somebody
 * deletes in Proxmox itself leaves its VMID free for another, which must not belong to the owner of
 * the first; nor must one that somebody made there before an order could. One that grows there
 * counts as it is.
 */
public final class OwnershipReconciler {
  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final int DISKS_AT_ONCE = 100;
  private final Cluster cluster;
  private final Holdings holdings;
  private final GuestOrigins origins;
  private final Clock clock;

  public OwnershipReconciler(
      Cluster cluster, Holdings holdings, Operations operations, Clock clock) {
    this.cluster = cluster;
    this.holdings = holdings;
    this.origins = new GuestOrigins(operations);
    this.clock = clock;
  }

  /**
   * Reconciles once; answers what is nobody's any more. Throws {@link DutyFailed} while the cluster
   * is not known as it is now.
   */
  public List<Holding> reconcile() {
    var there = there();
    var before = clock.instant().minus(GRACE);
    // One that was given a moment ago may not have been made yet.
    var settled =
        holdings.guests().stream().filter(h -> h.since().isBefore(before) && !h.busy()).toList();
    var others = measure(settled, there);
    var foreign = foreign(there);
    var gone = new ArrayList<Holding>(absent(settled, there));
    settled.stream()
        .filter(h -> foreign.contains(h.vmid()) || others.contains(h.vmid()))
        .forEach(gone::add);
    gone.forEach(h -> holdings.forget(h.what(), h.since()));
    return gone;
  }

  private Map<VmId, Guest> there() {
    var guests = cluster.guests();
    var trouble = guests.trouble();
    if (trouble != null) {
      throw new DutyFailed("The guests cannot be seen: " + trouble);
    }
    return guests.value().stream()
        .collect(Collectors.toMap(g -> g.ref().vmid(), Function.identity()));
  }

  /**
   * Those that are proven to be gone, each by its node and by the cluster. None at all while the
   * account sees no guest, or one of them is there and hidden from it.
   */
  private List<Holding> absent(List<Holding> settled, Map<VmId, Guest> there) {
    var gone = new ArrayList<Holding>();
    for (var holding : settled) {
      if (there.isEmpty()) {
        return List.of();
      }
      if (!there.containsKey(holding.vmid())) {
        switch (presence(holding)) {
          case GONE -> gone.add(holding);
          case HIDDEN -> {
            return List.of();
          }
          case UNKNOWN -> {
            // Its turn comes again.
          }
        }
      }
    }
    return gone;
  }

  private enum Presence {
    GONE,
    HIDDEN,
    UNKNOWN
  }

  private Presence presence(Holding holding) {
    try {
      if (!cluster.vacant(holding.vmid())) {
        return Presence.HIDDEN;
      }
      var seen = holding.seen();
      if (seen != null) {
        cluster.detail(seen);
        return Presence.UNKNOWN;
      }
      return Presence.GONE;
    } catch (Refusal.NotFound e) {
      return Presence.GONE;
    } catch (Refusal e) {
      return Presence.UNKNOWN;
    }
  }

  /** Whether what has the VMID now is proven to be another guest; notes what it was born with. */
  private boolean isAnother(Holding holding, GuestDetail guest) {
    var order = holding.operation();
    var marked = Marker.anyIn(guest.description());
    if (order != null && marked && origins.made(order, guest.description())) {
      identify(holding, guest);
      return false;
    }
    var birth = holding.birth();
    if (birth == null) {
      if (order != null && marked && guest.lock() == null) {
        return true;
      }
      identify(holding, guest);
      return false;
    }
    if (birth.likeness(guest.birth()) == Birth.Likeness.SAME) {
      identify(holding, guest);
    }
    return birth.likeness(guest.birth()) == Birth.Likeness.OTHER;
  }

  private void identify(Holding holding, GuestDetail guest) {
    var known = guest.ref().equals(holding.seen()) && guest.birth().equals(holding.birth());
    if (!known && guest.lock() == null) {
      holdings.identify(holding.what(), holding.since(), guest.ref(), guest.birth());
    }
  }

  /**
   * Gives back what was taken for gone and is there again, as its birth proves; answers those.
   * Throws {@link DutyFailed} while the cluster is not known as it is now.
   */
  public List<FormerHolding> restore() {
    var there = there();
    return holdings.formerGuests().stream()
        .filter(f -> isBack(f, there.get(f.vmid())) && holdings.restore(f.what()))
        .toList();
  }

  private boolean isBack(FormerHolding former, @Nullable Guest guest) {
    var birth = former.birth();
    if (guest == null || birth == null) {
      return false;
    }
    try {
      return birth.likeness(cluster.detail(guest.ref()).birth()) == Birth.Likeness.SAME;
    } catch (Refusal e) {
      return false;
    }
  }

  /** Those that have the VMID of an order which did not make them. */
  private Set<VmId> foreign(Map<VmId, Guest> there) {
    return holdings.failures(Instant.EPOCH).stream()
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
  public List<FailedMaking> freeRoom() {
    var vain =
        holdings.failures(clock.instant().minus(GRACE)).stream().filter(this::leftNothing).toList();
    vain.forEach(a -> holdings.forget(Holding.guest(a.guest().vmid()), a.since()));
    return vain;
  }

  private boolean leftNothing(FailedMaking attempt) {
    try {
      return foreign(attempt.operation(), cluster.detail(attempt.guest()));
    } catch (Refusal.NotFound e) {
      return true;
    } catch (Refusal.Moved e) {
      return foreign(attempt.operation(), guest(e.to()));
    } catch (Refusal e) {
      // The node does not answer: the guest may be there.
      return false;
    }
  }

  private @Nullable Guest guest(GuestRef ref) {
    return cluster.guest(ref.vmid()).filter(g -> g.ref().equals(ref)).orElse(null);
  }

  /** Notes how large they are; answers the VMIDs that another guest has got. */
  private Set<VmId> measure(List<Holding> settled, Map<VmId, Guest> there) {
    var others = new HashSet<VmId>();
    // Disks cost a request for each guest: those that were looked at longest ago come first.
    var due =
        settled.stream()
            .filter(h -> there.containsKey(h.vmid()))
            .sorted(Comparator.comparing(OwnershipReconciler::measured))
            .limit(DISKS_AT_ONCE)
            .map(Holding::vmid)
            .collect(Collectors.toUnmodifiableSet());
    for (var holding : settled) {
      var guest = there.get(holding.vmid());
      if (guest != null && guest.trouble() == null && guest.maxMem() > 0) {
        if (due.contains(holding.vmid())) {
          if (!measureDisks(holding, guest)) {
            others.add(holding.vmid());
          }
        } else {
          measureRest(holding, guest);
        }
      }
    }
    return others;
  }

  private static Instant measured(Holding holding) {
    var measured = holding.measured();
    return measured == null ? Instant.EPOCH : measured;
  }

  /** Whether it is the guest that was given. */
  private boolean measureDisks(Holding holding, Guest guest) {
    try {
      var detail = cluster.detail(guest.ref());
      if (isAnother(holding, detail)) {
        return false;
      }
      var size = GuestSize.measured(guest, detail);
      holdings.measure(holding.what(), holding.since(), size, clock.instant());
    } catch (Refusal e) {
      // Its turn comes again.
      measureRest(holding, guest);
    }
    return true;
  }

  private void measureRest(Holding holding, Guest guest) {
    var listed = GuestSize.listed(guest, Math.max(holding.size().disk(), guest.maxDisk()));
    var size = guest.ref().kind() == GuestKind.LXC ? listed.atLeastMemory(holding.size()) : listed;
    if (!size.equals(holding.size())) {
      holdings.measure(holding.what(), holding.since(), size, null);
    }
  }
}
