package direttore.api.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import direttore.api.guestorder.GuestLeftView;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.reservation.life.PartKey;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation in answers.
 *
 * @param node of the guest that it is about; absent, as its VMID and kind, where it is about none
 * @param group of which it does a part; absent where it belongs to none
 * @param request what was ordered, in the words of the order's body, without secrets
 * @param log the last lines of the task's log; empty in lists
 */
record OperationView(
    UUID id,
    String kind,
    String status,
    String phase,
    @Nullable Double progress,
    @Nullable String waiting,
    @Nullable Instant waitingSince,
    @Nullable Instant waitingUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String node,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer vmid,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String type,
    @Nullable String upid,
    List<StepView> steps,
    List<String> warnings,
    @Nullable ErrorView error,
    List<String> log,
    Map<String, @Nullable Object> request,
    String requestedBy,
    int attempt,
    boolean cancelRequested,
    @Nullable UUID retryOf,
    List<String> secrets,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable Instant workerSilentSince,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID group) {

  /** Why an operation failed, in answers. */
  record ErrorView(String type, String message, @Nullable GuestLeftView left) {
    static @Nullable ErrorView of(Operation.@Nullable Failure failure) {
      return failure == null
          ? null
          : new ErrorView(failure.type(), failure.message(), FamilyViews.left(failure.left()));
    }
  }

  /** A step in answers. */
  record StepView(
      String name,
      String state,
      @Nullable String upid,
      @Nullable Instant started,
      @Nullable Instant finished) {
    static StepView of(Step step) {
      var task = step.upid();
      return new StepView(
          step.kind().wire(),
          step.state().wire(),
          task == null ? null : task.value(),
          step.started(),
          step.finished());
    }
  }

  /** For a list, without the log. */
  static OperationView listed(Operation operation) {
    return of(operation, List.of());
  }

  static OperationView of(Operation o, List<String> log) {
    var guest = FamilyViews.guest(o.order());
    return new OperationView(
        o.id(),
        o.order().kind(),
        o.state().wire(),
        o.phase(),
        o.progress(),
        o.waiting(),
        o.waitingSince(),
        o.waitingUntil(),
        guest.map(g -> g.node().value()).orElse(null),
        guest.map(g -> g.vmid().value()).orElse(null),
        guest.map(g -> g.kind().wire()).orElse(null),
        o.upid().map(Upid::value).orElse(null),
        o.steps().stream().map(StepView::of).toList(),
        o.warnings(),
        o.state().active() ? null : ErrorView.of(o.failure()),
        log,
        FamilyViews.request(o.order()),
        o.requestedBy(),
        o.attempt(),
        o.cancelRequested(),
        o.retryOf(),
        o.secretNames(),
        o.created(),
        o.started(),
        o.finished(),
        o.workerSilentSince(),
        group(o.membership()));
  }

  private static @Nullable UUID group(@Nullable Membership place) {
    return place == null || PartKey.names(place) ? null : place.group();
  }
}
