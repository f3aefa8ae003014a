package direttore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Operations.Superseded;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What workers can rely on, whether operations stand in PostgreSQL or in memory, so that no
 * imitation drifts.
 */
public abstract class RunFacts {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int WORKER = 1;
  private static final Map<String, Integer> LANES =
      Map.of("clones of 9000", 2, "clones into nfs", 4);

  /** An empty one, the same throughout a test. */
  protected abstract Operations operations();

  /** Stores {@link Submissions#start} of that guest there. */
  protected abstract Operation queued(int vmid);

  private Operation running(int vmid) {
    return operations().claim(queued(vmid).id(), WORKER).orElseThrow();
  }

  @Test
  void whatIsTakenUpRuns() {
    var queued = queued(104);

    var taken = operations().claim(queued.id(), WORKER).orElseThrow();

    assertThat(taken.state()).isEqualTo(State.RUNNING);
    assertThat(taken.attempt()).isEqualTo(queued.attempt() + 1);
    assertThat(operations().find(queued.id())).isEqualTo(taken);
  }

  @Test
  void whoseOperationWasTakenUpAnewStoresNothingMore() {
    var former = running(104);
    var taken = operations().claim(former.id(), WORKER).orElseThrow();

    assertThatExceptionOfType(Superseded.class)
        .isThrownBy(() -> operations().record(former.succeeded(NOON)));
    assertThatExceptionOfType(Superseded.class)
        .isThrownBy(() -> operations().note(former.succeeded(NOON)));
    operations().record(taken.succeeded(NOON));

    assertThat(operations().find(former.id()).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatHasEndedIsNotTakenUp() {
    var running = running(104);
    operations().record(running.succeeded(NOON));

    assertThat(operations().claim(running.id(), WORKER)).isEmpty();
    assertThatExceptionOfType(Superseded.class)
        .isThrownBy(() -> operations().record(running.succeeded(NOON)));
  }

  @Test
  void cancellingAsksARunningOperationAndEndsAQueuedOne() {
    var queued = queued(104);
    var running = running(105);

    assertThat(operations().cancel(queued.id()).state()).isEqualTo(State.CANCELLED);
    assertThat(operations().cancel(running.id()).state()).isEqualTo(State.RUNNING);

    assertThat(operations().find(running.id()).cancelRequested()).isTrue();
    assertThat(operations().cancelRequested()).containsExactly(running.id());
    assertThat(operations().claim(queued.id(), WORKER)).isEmpty();
  }

  @Test
  void thereIsRoomForSoManyWhicheverWorkerHasThem() {
    var first = running(104);
    assertThat(operations().takeTurn(first, LANES)).isTrue();
    assertThat(operations().takeTurn(first, LANES)).isTrue();
    assertThat(operations().takeTurn(running(105), LANES)).isTrue();
    var third = running(106);
    assertThat(operations().takeTurn(third, LANES)).isFalse();
    assertThat(operations().takeTurn(third, Map.of("clones of 9001", 2))).isTrue();

    operations().endTurn(first);

    assertThat(operations().takeTurn(third, LANES)).isTrue();
  }

  @Test
  void whatIsFullInOneLaneTakesNoRoomInAnother() {
    operations().takeTurn(running(104), Map.of("b", 1));

    assertThat(operations().takeTurn(running(105), Map.of("a", 1, "b", 1))).isFalse();

    assertThat(operations().takeTurn(running(106), Map.of("a", 1))).isTrue();
  }

  @Test
  void whatHasEndedTakesNoRoom() {
    var first = running(104);
    operations().takeTurn(first, Map.of("a", 1));

    operations().record(first.succeeded(NOON));

    assertThat(operations().takeTurn(running(105), Map.of("a", 1))).isTrue();
  }

  @Test
  void whoseOperationWasTakenUpAnewEndsNoTurn() {
    var former = running(104);
    operations().takeTurn(former, Map.of("a", 1));
    assertThat(operations().claim(former.id(), WORKER)).isPresent();

    operations().endTurn(former);

    assertThat(operations().takeTurn(running(105), Map.of("a", 1))).isFalse();
  }
}
