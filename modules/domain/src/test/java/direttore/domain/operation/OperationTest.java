package direttore.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import direttore.domain.Refusal;
import direttore.domain.operation.DeviceCheck.Look;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Operation queued =
      Operation.queued(UUID.randomUUID(), new DeviceCheck(7), "ada", NOON);

  @Test
  void twoStepsOfAKindGoOnApart() {
    var reference = new Handle.Reference("junos", "commit 12");

    var half = queued.begun("look", NOON).tracked("look", reference).done("look", NOON);

    assertThat(half.steps())
        .containsExactly(
            new Step("look", Look.LOOK, Step.State.DONE, reference, NOON, NOON),
            Step.pending("look-again", Look.LOOK));
    assertThat(half.nextStep().map(Step::key)).contains("look-again");
    assertThat(half.upid()).isEmpty();
  }

  @Test
  void twoStepsOfOneKeyAreRefused() {
    var order =
        new Order() {
          @Override
          public String kind() {
            return "check-device";
          }

          @Override
          public String about() {
            return "device 7";
          }

          @Override
          public Subject subject() {
            return new Subject("device", "7");
          }

          @Override
          public List<Step> steps() {
            return List.of(Step.pending(Look.LOOK), Step.pending(Look.LOOK));
          }

          @Override
          public Refusal refusedBy(Operation holder) {
            return new Refusal.Busy("device 7 is being changed", holder.id());
          }
        };

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operation.queued(UUID.randomUUID(), order, "ada", NOON))
        .withMessage("two steps of an operation have the same key");
  }
}
