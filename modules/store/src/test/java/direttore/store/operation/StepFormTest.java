package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Step;
import direttore.domain.task.Upid;
import direttore.store.guestorder.GuestOrderRows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepFormTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Upid TASK =
      new Upid("UPID:pve1:0003DCA5:0A5B1D02:68A1B2C3:qmstart:104:ops@pve:");

  @Test
  void twoStepsOfAKindAreToldApartByTheirKeys() {
    var steps =
        List.of(
            new Step("start", GuestStep.START, Step.State.DONE, new Handle.Task(TASK), NOON, NOON),
            Step.pending(GuestStep.STOP),
            Step.pending("start-again", GuestStep.START));

    assertThat(StepForm.read(StepForm.write(steps), new GuestOrderRows())).isEqualTo(steps);
  }

  @Test
  void whatAnotherSystemKeepsIsKnownByItsNameThere() {
    var handle = new Handle.Reference("netbox", "ip-addresses/17");
    var steps = List.of(new Step("hold", GuestStep.CREATE, Step.State.RUNNING, handle, NOON, null));

    assertThat(StepForm.read(StepForm.write(steps), new GuestOrderRows())).isEqualTo(steps);
    assertThat(steps.getFirst().upid()).isNull();
  }

  @Test
  void readsWhatTheFirstVersionsWrote() {
    var stored =
        """
        [{"name": "GROW_DISK", "state": "DONE", "started": "2026-03-01T12:00:00Z",
          "finished": "2026-03-01T12:00:00Z"},
         {"name": "START", "state": "RUNNING", "started": "2026-03-01T12:00:00Z",
          "upid": "%s"}]
        """
            .formatted(TASK.value());

    assertThat(StepForm.read(stored, new GuestOrderRows()))
        .containsExactly(
            new Step("grow-disk", GuestStep.GROW_DISK, Step.State.DONE, null, NOON, NOON),
            new Step(
                "start", GuestStep.START, Step.State.RUNNING, new Handle.Task(TASK), NOON, null));
  }
}
