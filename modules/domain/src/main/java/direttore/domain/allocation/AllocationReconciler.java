package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.allocation.Allocations.Due;
import direttore.domain.allocation.Allocations.Why;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.Marker;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Gives back what nobody is to have any more: holds whose time is over, addresses of guests that
 * were not made or are gone, and whatever an interruption has left half done.
 */
public final class AllocationReconciler {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Allocations allocations;
  private final Cluster cluster;
  private final Dispatch dispatch;
  private final Clock clock;

  public AllocationReconciler(
      Allocations allocations, Cluster cluster, Dispatch dispatch, Clock clock) {
    this.allocations = allocations;
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Reconciles once; answers what is given back. */
  public List<Allocation> reconcile() {
    var now = clock.instant();
    allocations.forget(now.minus(KEPT));
    return allocations.due(now).stream()
        .filter(due -> due.why() != Why.LOOK || isGone(due.allocation()))
        .filter(this::giveBack)
        .map(Due::allocation)
        .toList();
  }

  private boolean giveBack(Due due) {
    var allocation = due.allocation();
    if (due.why() != Why.NOT_RELEASED && !allocations.releasing(allocation.id())) {
      return false;
    }
    var order = AllocationOrder.release(allocation);
    var by = new Submitter(Actor.stranger(allocation.requester()), null, List.of());
    try {
      dispatch.submit(new Submission(order, GuestSecrets.NONE, by));
      return true;
    } catch (Refusal.Busy e) {
      // What has it in hand ends first.
      return false;
    }
  }

  /** Whether its guest is gone for certain: by its node and by the cluster, or another is there. */
  private boolean isGone(Allocation allocation) {
    var use = allocation.use();
    if (use == null) {
      return false;
    }
    try {
      return !isOf(use, cluster.followed(use.guest()));
    } catch (Refusal.NotFound e) {
      return isVacant(use.guest());
    } catch (Refusal e) {
      return false;
    }
  }

  /** One whose mark somebody removed may be the same. */
  private static boolean isOf(Allocation.Use use, GuestDetail there) {
    return !Marker.anyIn(there.description())
        || there.lock() != null
        || use.makers().stream().anyMatch(id -> new Marker(id).marks(there.description()));
  }

  private boolean isVacant(GuestRef guest) {
    try {
      return cluster.vacant(guest.vmid());
    } catch (Refusal e) {
      return false;
    }
  }
}
