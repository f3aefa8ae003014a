package direttore.store.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Step;
import direttore.domain.task.Upid;
import direttore.store.order.OrderRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step stands in the column of its operation. The first versions wrote its kind alone, as
 * {@code name}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StepForm(
    @JsonAlias("name") String kind,
    @Nullable String key,
    Step.State state,
    @Nullable Upid upid,
    Handle.@Nullable Reference reference,
    @Nullable Instant started,
    @Nullable Instant finished) {

  /**
   * @param family of the order whose steps they are
   */
  static List<Step> read(String json, OrderRows family) {
    return OperationJson.STEPS.read(json).stream().map(form -> form.step(family)).toList();
  }

  static String write(List<Step> steps) {
    return OperationJson.STEPS.write(steps.stream().map(StepForm::of).toList());
  }

  private static StepForm of(Step step) {
    return new StepForm(
        step.kind().wire(),
        step.key().equals(step.kind().wire()) ? null : step.key(),
        step.state(),
        step.upid(),
        step.handle() instanceof Handle.Reference reference ? reference : null,
        step.started(),
        step.finished());
  }

  private Step step(OrderRows family) {
    var stepKind = family.step(kind);
    return new Step(
        key == null ? stepKind.wire() : key,
        stepKind,
        state,
        upid == null ? reference : new Handle.Task(upid),
        started,
        finished);
  }
}
