package direttore.api.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String node,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer vmid,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String type,
    String kind,
    String phase,
    OperationView.@Nullable ErrorView error) {
  static Accepted of(Operation operation) {
    var guest = FamilyViews.guest(operation.order());
    return new Accepted(
        operation.id(),
        operation.state().wire(),
        operation.upid().map(Upid::value).orElse(null),
        guest.map(g -> g.node().value()).orElse(null),
        guest.map(g -> g.vmid().value()).orElse(null),
        guest.map(g -> g.kind().wire()).orElse(null),
        operation.order().kind(),
        operation.phase(),
        OperationView.ErrorView.of(operation.failure()));
  }
}
