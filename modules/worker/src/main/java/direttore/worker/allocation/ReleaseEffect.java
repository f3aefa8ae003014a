package direttore.worker.allocation;

import direttore.domain.allocation.AddressSpace.Released;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Evidence;
import direttore.worker.operation.Found;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes an address at NetBox; the same again does no harm. */
final class ReleaseEffect implements Effect {
  private final AllocationFamily family;
  private boolean theirs;

  ReleaseEffect(AllocationFamily family) {
    this.family = family;
  }

  private static UUID id(Operation operation) {
    return AllocationOrder.of(operation).allocation();
  }

  @Override
  public String doing(Operation operation) {
    return "release " + operation.order().about();
  }

  @Override
  public @Nullable Handle ask(Operation operation) {
    theirs = family.space().release(id(operation)) == Released.THEIRS;
    family.allocations().released(id(operation));
    return null;
  }

  @Override
  public Found look(Operation operation, Evidence evidence) {
    return new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return family.space().find(id(operation)).isEmpty();
  }

  @Override
  public Optional<String> did() {
    return theirs
        ? Optional.of("Somebody took Direttore's tag off the address, so it stays in NetBox.")
        : Optional.empty();
  }
}
