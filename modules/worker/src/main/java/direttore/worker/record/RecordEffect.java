package direttore.worker.record;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.record.GuestInventory.Recorded;
import direttore.domain.record.GuestInventory.Removed;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordStep;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Evidence;
import direttore.worker.operation.Found;
import direttore.worker.operation.RunStop;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has NetBox say of a guest what is so, or nothing; the same again does no harm. */
final class RecordEffect implements Effect {
  private final RecordFamily family;
  private final RecordStep step;
  private boolean theirs;

  RecordEffect(RecordFamily family, RecordStep step) {
    this.family = family;
    this.step = step;
  }

  @Override
  public String doing(Operation operation) {
    return switch (step) {
          case RECORD -> "record ";
          case REMOVE -> "remove ";
        }
        + operation.order().about();
  }

  @Override
  public @Nullable Handle ask(Operation operation) {
    switch (step) {
      case RECORD -> record(wanted(operation));
      case REMOVE ->
          family.records().find(RecordOrder.of(operation).record()).ifPresent(this::remove);
    }
    return null;
  }

  private void record(GuestRecord record) {
    switch (family.inventory().record(record)) {
      case Recorded.There(var machine, var assigned) -> {
        assigned.forEach(family.allocations()::used);
        family.records().recorded(record.id(), Objects.requireNonNull(record.wanted()), machine);
      }
      case Recorded.Theirs() -> {
        theirs = true;
        family.records().theirs(record.id());
      }
    }
  }

  private void remove(GuestRecord record) {
    theirs = family.inventory().remove(record) == Removed.THEIRS;
    family.records().removed(record.id());
  }

  private GuestRecord wanted(Operation operation) {
    return family
        .records()
        .find(RecordOrder.of(operation).record())
        .filter(record -> record.state().live() && record.wanted() != null)
        .orElseThrow(
            () -> new RunStop.Failed("wrong-state", couldNot(operation, "the guest is gone")));
  }

  @Override
  public Found look(Operation operation, Evidence evidence) {
    return new Found.Nothing();
  }

  /** Only doing it tells. */
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
