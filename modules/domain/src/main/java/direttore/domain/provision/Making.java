package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.Node;
import direttore.domain.operation.Dispatch;
import direttore.domain.task.TaskReport;

/** Tells guests that are being made from those whose making was cut off. */
final class Making {
  private static final int TASKS = 100;
  private final Cluster cluster;
  private final Dispatch dispatch;

  Making(Cluster cluster, Dispatch dispatch) {
    this.cluster = cluster;
    this.dispatch = dispatch;
  }

  /** Refuses with what to do about it, where the guest is half made and no task works on it. */
  void refuseLeftover(GuestDetail guest) {
    var lock = guest.lock();
    if (lock != null && HalfMade.is(lock) && !worked(guest.ref(), lock)) {
      throw new Refusal.WrongState(HalfMade.remedy(guest.ref(), lock), null);
    }
  }

  private boolean worked(GuestRef guest, String lock) {
    return dispatch.activeOn(GuestOrder.subject(guest.cluster(), guest.vmid())).isPresent()
        || (lock.equals("clone") ? anyClones() : worksOn(guest));
  }

  private boolean worksOn(GuestRef guest) {
    return cluster.tasks(guest.node(), guest.vmid(), TASKS).stream().anyMatch(TaskReport::running);
  }

  /** A clone's task bears the id of the source, and runs on its node. */
  private boolean anyClones() {
    return cluster.nodes().value().stream()
        .filter(Node::online)
        .flatMap(node -> cluster.tasks(node.name(), null, TASKS).stream())
        .anyMatch(task -> task.running() && task.upid().type().endsWith("clone"));
  }
}
