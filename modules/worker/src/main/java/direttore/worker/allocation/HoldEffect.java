package direttore.worker.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Evidence;
import direttore.worker.operation.Found;
import direttore.worker.operation.RunStop;
import direttore.worker.operation.Undo;
import direttore.worker.operation.Undone;
import direttore.worker.operation.Work;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reserves an address at NetBox; another one where it is taken there. */
final class HoldEffect implements Effect {
  private static final int CANDIDATES = 256;

  private final AllocationFamily family;
  private final Work work;

  HoldEffect(AllocationFamily family, Work work) {
    this.family = family;
    this.work = work;
  }

  private static UUID id(Operation operation) {
    return AllocationOrder.of(operation).allocation();
  }

  private Allocation allocation(Operation operation) {
    return family
        .allocations()
        .find(id(operation))
        .orElseThrow(
            () -> new RunStop.Failed("not-found", couldNot(operation, "nobody wants it any more")));
  }

  @Override
  public String doing(Operation operation) {
    return "hold " + operation.order().about();
  }

  @Override
  public boolean makes() {
    return true;
  }

  @Override
  public @Nullable Handle ask(Operation operation) {
    var allocation = allocation(operation);
    if (allocation.state() != Allocation.State.TAKING) {
      throw new RunStop.Failed("wrong-state", couldNot(operation, "it is to be given back"));
    }
    family.allocations().held(allocation.id(), family.space().hold(allocation));
    return null;
  }

  @Override
  public Found look(Operation operation, Evidence evidence) {
    return held(operation)
        ? new Found.Done()
        : evidence.taken()
            ? new Found.Foreign(operation.order().about() + " is taken")
            : new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return held(operation);
  }

  /** Whether NetBox has it, which is noted. */
  private boolean held(Operation operation) {
    var found = family.space().find(id(operation));
    found.ifPresent(address -> family.allocations().held(id(operation), address));
    return found.isPresent();
  }

  /** The next free one, unless one and no other was asked for. */
  @Override
  public void rename(Operation operation, String taken) {
    var order = AllocationOrder.of(operation);
    if (order.onlyThat()) {
      throw new RunStop.Failed("taken", couldNot(operation, taken));
    }
    var candidates =
        family
            .inventory()
            .room(allocation(operation).prefix())
            .map(room -> room.next(CANDIDATES))
            .orElseThrow(
                () -> new RunStop.Failed("not-found", couldNot(operation, "its prefix is gone")));
    var another =
        family
            .allocations()
            .takeAnother(id(operation), candidates)
            .orElseThrow(() ->
                new RunStop.Failed("full", couldNot(operation, taken + ", and no other is free")));
    work.ledger().reordered(operation.reordered(order.of(another.cidr())));
  }

  @Override
  public Optional<Undo> undo(Failure why) {
    return Optional.of(operation -> {
      family.space().release(id(operation));
      family.allocations().released(id(operation));
      return new Undone.Gone("");
    });
  }
}
