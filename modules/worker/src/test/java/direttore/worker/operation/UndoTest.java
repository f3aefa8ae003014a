package direttore.worker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Step;
import direttore.domain.system.SystemFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation did is taken back when it ends early. */
class UndoTest {
  private static final String SILENT = "could not reach 192.0.2.7: it does not answer";
  private static final String TAKEN_BACK = "it was withdrawn\nthe reservation was given back";

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private final AddressLab lab = new AddressLab();

  @Test
  void aFailureTakesBackWhatWasDoneBeforeInReverse() {
    lab.book.answers = false;

    var ended = lab.run(lab.queue(true));

    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(failure(ended))
        .isEqualTo(new Operation.Failure("silent", SILENT + "\n" + TAKEN_BACK));
    assertThat(lab.book.calls)
        .filteredOn(call -> List.of("withdraw", "release").contains(call))
        .containsExactly("withdraw", "release");
    assertThat(states(ended))
        .containsExactly(Step.State.UNDONE, Step.State.UNDONE, Step.State.FAILED);
    assertNothingIsLeft(lab);
  }

  @Test
  void aCancelTakesBackWhatIsUnderWayToo() {
    var operation = lab.queue(false);
    lab.cancelAfter(Duration.ofSeconds(1), operation);

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(failure(ended)).isEqualTo(new Operation.Failure("cancelled", TAKEN_BACK));
    assertThat(states(ended)).containsExactly(Step.State.UNDONE, Step.State.FAILED);
    assertNothingIsLeft(lab);
  }

  @Test
  void whatCannotBeTakenBackIsSaidAndStopsNothingElse() {
    lab.book.answers = false;
    lab.book.pinned = true;

    var ended = lab.run(lab.queue(true));

    assertThat(failure(ended).message())
        .isEqualTo(
            SILENT
                + "\nthe reservation was given back"
                + "\n192.0.2.7 stays published: it is pinned");
    assertThat(states(ended))
        .containsExactly(Step.State.UNDONE, Step.State.DONE, Step.State.FAILED);
  }

  @Test
  void aSystemThatIsAwayForAMomentIsWaitedFor() {
    lab.book.answers = false;
    lab.book.fail("withdraw", new Kind.Unreachable());
    lab.book.fail("release", new Kind.AnswerLost());

    var ended = lab.run(lab.queue(true));

    assertThat(failure(ended).message()).startsWith(SILENT + "\nit was withdrawn");
    assertNothingIsLeft(lab);
  }

  @Test
  void aSystemThatStaysAwayLeavesWordOfIt() {
    lab.book.answers = false;
    for (var i = 0; i < 1000; i++) {
      lab.book.fail("withdraw", new Kind.Unreachable());
    }

    var ended = lab.run(lab.queue(true));

    assertThat(failure(ended).message())
        .isEqualTo(
            SILENT
                + "\nthe reservation was given back"
                + "\nwhat is left of address 192.0.2.7 could not be seen or removed:"
                + " withdraw failed");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(booleans = {false, true})
  void goesOnWhereverTheWorkerDies(boolean cancelled) {
    var points = 0;
    while (crashAt(points, cancelled)) {
      points++;
    }

    assertThat(points).isGreaterThan(20);
  }

  /** Whether there was such a point; the order ends early by a cancel, or as it fails. */
  private static boolean crashAt(int point, boolean cancelled) {
    var lab = new AddressLab();
    lab.book.answers = cancelled;
    var operation = lab.queue(!cancelled);
    if (cancelled) {
      lab.cancelAfter(Duration.ofMillis(1500), operation);
    }
    var left = new AtomicInteger(point);
    lab.touches(() -> {
      if (left.getAndDecrement() == 0) {
        // The address answers from now on: what was begun to be taken back is so all the same.
        lab.book.answers |= lab.book.count("withdraw") > 0;
        throw new Crash();
      }
    });
    var crashed = false;
    try {
      lab.run(operation);
    } catch (Crash e) {
      crashed = true;
      lab.touches(() -> {});
      if (lab.operations.find(operation.id()).state().active()) {
        lab.run(operation);
      }
    }
    var ended = lab.operations.find(operation.id());
    var where = "crash at point %d: %s".formatted(point, ended);
    assertThat(ended.state()).as(where).isEqualTo(cancelled ? State.CANCELLED : State.FAILED);
    assertThat(failure(ended).message().lines()).as(where).doesNotHaveDuplicates();
    assertThat(states(ended)).as(where).doesNotContain(Step.State.DONE, Step.State.RUNNING);
    assertNothingIsLeft(lab);
    return crashed;
  }

  private static void assertNothingIsLeft(AddressLab lab) {
    lab.time.pass(Duration.ofSeconds(10));
    assertThat(lab.book.reserved).isEmpty();
    assertThat(lab.book.published).isEmpty();
  }

  private static List<Step.State> states(Operation operation) {
    return operation.steps().stream().map(Step::state).toList();
  }

  private static Operation.Failure failure(Operation operation) {
    return Objects.requireNonNull(operation.failure());
  }
}
