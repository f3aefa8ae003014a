package direttore.acceptance;

import static org.awaitility.Awaitility.await;

import direttore.domain.guest.VmId;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker process is killed at each kind of request with which it changes something, just before
 * the request has its effect and just after, and while it looks after the task. Another worker,
 * which runs already, must bring the operation to its right end. What a worker reads has no effect:
 * {@code CrashTest} has one die at each of its touches, in memory.
 *
 * <p>The scenarios stand in two lanes, one class each, that run at the same time in labs of their
 * own. Within a lane one point comes after the other, for they share the lab's faults.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WorkerStrikes {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final int WORKERS = 2;
  private final List<Scenario> lane;
  private WorkerLab lab;
  private WorkerPool workers;

  WorkerStrikes(Predicate<Scenario> lane) {
    this.lane = Stream.of(Scenario.values()).filter(lane).toList();
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    workers = WorkerPool.of(lab, WORKERS);
  }

  @AfterAll
  void close() {
    workers.close();
    lab.close();
  }

  @TestFactory
  Stream<DynamicTest> theOperationEndsRightAfterAKill() {
    return lane.stream()
        .flatMap(scenario -> points(scenario).stream())
        .map(p -> DynamicTest.dynamicTest(p.toString(), () -> killAt(p)));
  }

  @TestFactory
  Stream<DynamicTest> theOperationEndsRightWhenAnAnswerIsLost() {
    return lane.stream()
        .flatMap(scenario -> points(scenario).stream())
        .filter(point -> point.afterEffect() && point.request().changes())
        .map(p -> DynamicTest.dynamicTest(p.toString(), () -> loseAnswerAt(p)));
  }

  /** A moment to strike. */
  private record Point(Scenario scenario, Request request, boolean afterEffect) {
    Fault fault(VmId guest, Fault.Effect effect) {
      return Fault.next(request.method(), request.path(guest), effect);
    }

    @Override
    public String toString() {
      return "%s, %s, %s its effect".formatted(scenario, request, afterEffect ? "after" : "before");
    }
  }

  /** Those of an undisturbed run; a look at a task has no effect, so one moment is enough. */
  private List<Point> points(Scenario scenario) {
    var guest = scenario.prepare(lab);
    lab.simulator().traffic().reset();
    var ended = lab.awaitEnd(lab.order(scenario, guest), PATIENCE);
    var traffic = lab.simulator().traffic().latest();
    lab.assertRight(scenario, ended);
    var requests =
        traffic.stream()
            .filter(answered -> answered.caller().equals(Lab.TOKEN_ID))
            .map(answered -> Request.of(answered, guest))
            .filter(request -> request.changes() || request.looksAfterTask())
            .distinct()
            .toList();
    var points = new ArrayList<Point>();
    for (var request : requests) {
      points.add(new Point(scenario, request, false));
      if (request.changes()) {
        points.add(new Point(scenario, request, true));
      }
    }
    return points;
  }

  private void killAt(Point point) {
    var guest = point.scenario().prepare(lab);
    var gate = new Gate();
    lab.simulator().faults().add(point.fault(guest, new Fault.Hold(gate, point.afterEffect())));
    var operation = lab.order(point.scenario(), guest);
    await().atMost(PATIENCE).pollInterval(MOMENT).until(gate::reached);

    workers.kill(lab.worker(operation));
    gate.open();

    lab.assertRight(point.scenario(), lab.awaitEnd(operation, PATIENCE));
  }

  private void loseAnswerAt(Point point) {
    var guest = point.scenario().prepare(lab);
    lab.simulator().faults().add(point.fault(guest, new Fault.DropAfter()));
    var operation = lab.order(point.scenario(), guest);

    lab.assertRight(point.scenario(), lab.awaitEnd(operation, PATIENCE));
  }
}
