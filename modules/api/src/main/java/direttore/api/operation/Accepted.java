package direttore.api.operation;

import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an order: the operation that carries it out, as far as it is.
 *
 * @param upid the task of Proxmox, null when it is not begun yet
 * @param error why it failed, when it did so already
 */
record Accepted(
    UUID operation,
    String status,
    @Nullable String upid,
    String node,
    int vmid,
    String type,
    String kind,
    String phase,
    OperationView.@Nullable ErrorView error) {
  static Accepted of(Operation operation) {
    return new Accepted(
        operation.id(),
        operation.state().wire(),
        operation.upid().map(Upid::value).orElse(null),
        operation.node().value(),
        operation.vmid().value(),
        operation.guestKind().wire(),
        operation.order().kind(),
        operation.phase(),
        OperationView.ErrorView.of(operation.failure()));
  }
}
