package direttore.worker.record;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.record.GuestInventory.Removed;
import direttore.domain.record.RecordOrder;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Evidence;
import direttore.worker.operation.Found;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes what NetBox has of a guest; the same again does no harm. */
final class RemoveRecordEffect implements Effect {
  private final RecordFamily family;
  private boolean theirs;

  RemoveRecordEffect(RecordFamily family) {
    this.family = family;
  }

  @Override
  public String doing(Operation operation) {
    return "remove " + operation.order().about();
  }

  @Override
  public @Nullable Handle ask(Operation operation) {
    var record = family.records().find(RecordOrder.of(operation).record());
    record.ifPresent(each -> {
      theirs = family.inventory().remove(each) == Removed.THEIRS;
      family.records().removed(each.id());
    });
    return null;
  }

  @Override
  public Found look(Operation operation, Evidence evidence) {
    return new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return false;
  }

  @Override
  public Optional<String> did() {
    return theirs
        ? Optional.of("Somebody took Direttore's tag off it in NetBox, so it is theirs and stays.")
        : Optional.empty();
  }
}
