package direttore.worker.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.allocation.Allocation;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.system.SystemFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What orders about addresses do, wherever the worker dies. */
class AllocationOrdersTest {
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private final AllocationLab lab = new AllocationLab();

  @Test
  void anAddressIsHeldAndGivenBack() {
    assertThat(lab.run(lab.hold()).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.netbox.ours).isEqualTo(Map.of(AllocationLab.ID, "10.0.0.1/24"));
    assertThat(lab.state()).isEqualTo(Allocation.State.HELD);

    assertThat(lab.run(lab.release()).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.netbox.ours).isEmpty();
    assertThat(lab.state()).isEqualTo(Allocation.State.RELEASED);
  }

  @Test
  void whatOthersHaveIsPassedOver() {
    lab.netbox.foreign.addAll(List.of("10.0.0.1/24", "10.0.0.0/24"));

    var ended = lab.run(lab.hold());

    assertThat(lab.netbox.ours).containsValue("10.0.0.2/24");
    assertThat(ended.order().about()).isEqualTo("address 10.0.0.2/24");
  }

  @Test
  void nothingIsHeldWhereOthersHaveAll() {
    lab.netbox.foreign.addAll(List.of("10.0.0.0/24", "10.0.0.1/24", "10.0.0.2/24", "10.0.0.3/24"));

    var ended = lab.run(lab.hold());

    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(ended.failure()).extracting(Operation.Failure::type).isEqualTo("full");
    assertThat(lab.state()).isEqualTo(Allocation.State.RELEASED);
    assertThat(lab.netbox.ours).isEmpty();
  }

  @Test
  void whatWasGivenUpMeanwhileIsNotHeld() {
    lab.rows.releasing(AllocationLab.ID);

    assertThat(lab.run(lab.hold()).state()).isEqualTo(State.FAILED);
    assertThat(lab.netbox.made).isZero();
  }

  @Test
  void anOutageIsWaitedOut() {
    lab.netbox.failures.add(new Kind.Unreachable());

    assertThat(lab.run(lab.hold()).state()).isEqualTo(State.SUCCEEDED);
    lab.netbox.failures.add(new Kind.Unreachable());
    assertThat(lab.run(lab.release()).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.agrees()).isTrue();
  }

  @Test
  void holdsOnceWhereverTheWorkerDies() {
    everywhere(lab -> {}, AllocationLab::hold, 6);
  }

  @Test
  void passesOverWhereverTheWorkerDies() {
    everywhere(lab -> lab.netbox.foreign.add("10.0.0.1/24"), AllocationLab::hold, 10);
  }

  @Test
  void givesBackWhereverTheWorkerDies() {
    everywhere(lab -> lab.run(lab.hold()), AllocationLab::release, 5);
  }

  @Test
  void takesBackWhatIsCancelledWhereverTheWorkerDies() {
    everywhere(
        lab -> {},
        lab -> {
          lab.netbox.failures.add(new Kind.AnswerLost());
          var operation = lab.hold();
          lab.time.each(() -> lab.operations.cancelled.add(operation.id()));
          return operation;
        },
        6);
  }

  private static void everywhere(
      Consumer<AllocationLab> before, Function<AllocationLab, Operation> order, int atLeast) {
    var points = 0;
    while (crashAt(points, before, order)) {
      points++;
    }
    assertThat(points).isGreaterThanOrEqualTo(atLeast);
  }

  private static boolean crashAt(
      int point, Consumer<AllocationLab> before, Function<AllocationLab, Operation> order) {
    var lab = new AllocationLab();
    before.accept(lab);
    var operation = order.apply(lab);
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
    var ended = lab.operations.find(operation.id()).state();
    assertThat(ended.active()).as("at " + point).isFalse();
    if (ended == State.SUCCEEDED) {
      assertThat(lab.state())
          .as("at " + point)
          .isIn(Allocation.State.HELD, Allocation.State.RELEASED);
    }
    assertThat(lab.agrees()).as("%s at %d", lab.state(), point).isTrue();
    assertThat(lab.netbox.made).as("at " + point).isLessThanOrEqualTo(1);
    return crashed;
  }
}
