package direttore.worker.record;

import direttore.domain.allocation.Allocations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.record.GuestInventory;
import direttore.domain.record.GuestRecords;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordStep;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Family;
import direttore.worker.operation.Work;

/** Orders about records of guests. What an interruption leaves half done is ordered again. */
public record RecordFamily(GuestInventory inventory, GuestRecords records, Allocations allocations)
    implements Family {
  @Override
  public boolean has(Order order) {
    return order instanceof RecordOrder;
  }

  @Override
  public Effect effect(Work work, Step step) {
    return new RecordEffect(this, (RecordStep) step.kind());
  }
}
