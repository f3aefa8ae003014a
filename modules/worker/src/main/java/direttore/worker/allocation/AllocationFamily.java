package direttore.worker.allocation;

import direttore.domain.allocation.AddressSpace;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.AllocationStep;
import direttore.domain.allocation.Allocations;
import direttore.domain.inventory.Inventory;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Family;
import direttore.worker.operation.Work;

/** Orders about addresses. */
public record AllocationFamily(AddressSpace space, Allocations allocations, Inventory inventory)
    implements Family {
  @Override
  public boolean has(Order order) {
    return order instanceof AllocationOrder;
  }

  @Override
  public Effect effect(Work work, Step step) {
    return switch ((AllocationStep) step.kind()) {
      case HOLD -> new HoldEffect(this, work);
      case RELEASE -> new ReleaseEffect(this);
    };
  }

  /** What was not taken after all is given back, as something of it may have reached NetBox. */
  @Override
  public Failure left(Work work, Failure why) {
    var order = AllocationOrder.of(work.operation());
    if (order.step() == AllocationStep.HOLD) {
      allocations.releasing(order.allocation());
    }
    return why;
  }
}
