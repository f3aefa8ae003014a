package direttore.worker.operation;

import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import java.util.Set;

/** Deletes a guest and its disks. A guest that is gone is as good as deleted. */
final class DestroyEffect implements Effect {
  private final Hypervisor hypervisor;
  private final Traces traces;

  DestroyEffect(Hypervisor hypervisor, Operations operations) {
    this.hypervisor = hypervisor;
    this.traces = new Traces(hypervisor, operations);
  }

  @Override
  public String doing(Operation operation) {
    return "delete " + operation.guest();
  }

  @Override
  public Upid ask(Operation operation) {
    return hypervisor.destroy(operation.guest());
  }

  @Override
  public Found look(Operation operation, Looking looking) {
    return traces.look(operation, Set.of("qmdestroy", "vzdestroy"), looking, this::holds);
  }

  @Override
  public boolean holds(Operation operation) {
    return hypervisor.state(operation.guest()).isEmpty();
  }
}
