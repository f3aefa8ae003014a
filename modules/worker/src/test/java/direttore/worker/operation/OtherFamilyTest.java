package direttore.worker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Step;
import direttore.domain.system.SystemFailure.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An order about no guest goes through the same engine. */
class OtherFamilyTest {
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private final AddressLab lab = new AddressLab();

  @Test
  void isCarriedOutStepByStep() {
    var ended = lab.run(lab.queue(true));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.book.published).containsEntry(AddressLab.ADDRESS, "web");
    assertThat(ended.steps())
        .extracting(Step::handle)
        .containsExactly(null, new Handle.Reference(AddressBook.NAME, "job-1"), null);
    assertThat(lab.operations.waits).containsExactly("for the job of the address book");
  }

  @Test
  void endsRightWhereverTheWorkerDies() {
    var points = 0;
    while (crashAt(points)) {
      points++;
    }

    assertThat(points).isGreaterThan(10);
  }

  private static boolean crashAt(int point) {
    var lab = new AddressLab();
    var operation = lab.queue(true);
    var left = new AtomicInteger(point);
    lab.touches(() -> {
      if (left.getAndDecrement() == 0) {
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
    assertThat(lab.operations.find(operation.id()).state())
        .as("crash at point " + point)
        .isEqualTo(State.SUCCEEDED);
    assertThat(lab.book.count("publish")).as("crash at point " + point).isEqualTo(1);
    return crashed;
  }

  @Test
  void waitsForTheSystemByItsName() {
    lab.book.fail("reserve", new Kind.Unreachable());

    var ended = lab.run(lab.queue(false));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.operations.waits).contains("for Addresses: reserve failed");
  }

  @Test
  void looksWhetherItWasDoneWhenTheAnswerIsLost() {
    lab.book.fail("publish", new Kind.AnswerLost());

    var ended = lab.run(lab.queue(false));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.book.count("publish")).isEqualTo(1);
  }

  @Test
  void failsWithTheWordsOfTheSystem() {
    lab.book.fail("reserve", new Kind.Refused());

    var ended = lab.run(lab.queue(false));

    assertThat(failure(ended).type()).isEqualTo("refused");
    assertThat(failure(ended).message()).isEqualTo("could not reserve 192.0.2.7: reserve failed");
  }

  @Test
  void isCancelledBeforeAnythingWasDone() {
    var operation = lab.queue(false);
    lab.operations.cancelled.add(operation.id());

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(failure(ended).message()).isEqualTo("nothing had been done");
    assertThat(lab.book.calls).isEmpty();
  }

  @Test
  void isCancelledWhileAJobRuns() {
    var operation = lab.queue(false);
    lab.cancelAfter(Duration.ofSeconds(1), operation);

    assertThat(lab.run(operation).state()).isEqualTo(State.CANCELLED);
  }

  private static Operation.Failure failure(Operation operation) {
    return Objects.requireNonNull(operation.failure());
  }
}
