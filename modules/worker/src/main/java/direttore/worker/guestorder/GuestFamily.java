package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.time.Time;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Family;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskTracker;

/** Orders about guests, carried out at Proxmox; to be closed after the worker. */
public final class GuestFamily implements Family, AutoCloseable {
  private final GuestContext context;

  GuestFamily(GuestContext context) {
    this.context = context;
  }

  /** Begins to wait for the tasks of a cluster. */
  public static GuestFamily start(
      Operations operations,
      VmidPool vmids,
      Hypervisor hypervisor,
      GuestSettings settings,
      Time time) {
    var tracker = TaskTracker.start(hypervisor, time);
    return new GuestFamily(new GuestContext(operations, vmids, hypervisor, tracker, settings));
  }

  @Override
  public boolean has(Order order) {
    return order instanceof GuestOrder;
  }

  @Override
  public Effect effect(Work work, Step step) {
    var effect = new GuestEffects(context).of(work.operation(), (GuestStep) step.kind());
    return new TaskEffect(context, work, step, effect);
  }

  @Override
  public Failure left(Work work, Failure why) {
    if (!why.cancelled()) {
      return new Remains(context.hypervisor()).after(work.operation(), why);
    }
    return GuestOrder.action(work.operation()).creates()
        ? why
        : why.and(new CancelledChange(context, work).left());
  }

  @Override
  public void close() {
    context.tracker().close();
  }
}
