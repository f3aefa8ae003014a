package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tasks that a step may have begun without our having learned their UPIDs. */
final class UnclaimedTasks {
  // What is left when the clock of Proxmox is known; more would take others' tasks for ours.
  static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private final Hypervisor hypervisor;
  private final Operations operations;

  UnclaimedTasks(Hypervisor hypervisor, Operations operations) {
    this.hypervisor = hypervisor;
    this.operations = operations;
  }

  /**
   * What can be seen of a step on a whole guest.
   *
   * @param holds whether the world is as the step wants it; asked only where no task is found
   */
  Found look(
      Operation operation, Set<String> types, TaskEvidence evidence, Predicate<Operation> holds) {
    return newest(
            GuestOrder.guest(operation).node(),
            types,
            GuestOrder.guest(operation).vmid().toString(),
            evidence)
        .<Found>map(upid -> new Found.Tracked(new Handle.Task(upid)))
        .orElseGet(() -> holds.test(operation) ? new Found.Done() : new Found.Nothing());
  }

  /**
   * The newest task of one of the types on the subject since, that no operation knows as its own.
   */
  Optional<Upid> newest(NodeName node, Set<String> types, String subject, TaskEvidence evidence) {
    return all(node, types, subject, evidence).stream().map(TaskReport::upid).findFirst();
  }

  private Instant since(TaskEvidence evidence) {
    return evidence.begun().plus(hypervisor.ahead()).minus(CLOCK_SKEW);
  }

  /** All of them, newest first. */
  List<TaskReport> all(NodeName node, Set<String> types, String subject, TaskEvidence evidence) {
    return hypervisor.tasksSince(node, since(evidence)).stream()
        .filter(t -> types.contains(t.upid().type()) && t.upid().subject().equals(subject))
        .filter(t -> !evidence.spent().contains(t.upid()) && !operations.tracks(t.upid()))
        .toList();
  }
}
