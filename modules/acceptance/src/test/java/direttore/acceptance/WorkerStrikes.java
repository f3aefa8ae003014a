package direttore.acceptance;

import static org.awaitility.Awaitility.await;

import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A worker process is killed at each request it makes to Proxmox: just before the request has its
 * effect, and just after. Another worker must bring the operation to its right end.
 *
 * <p>Most of the time goes by in processes that start and tasks that run, so the scenarios stand in
 * two lanes, one class each, that run at the same time in labs of their own. Within a lane one
 * point comes after the other, for they share the lab's faults.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
abstract class WorkerStrikes {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ANY = ".*";
  private final List<Scenario> lane;
  private WorkerLab lab;
  private Program worker;

  WorkerStrikes(Predicate<Scenario> lane) {
    this.lane = Stream.of(Scenario.values()).filter(lane).toList();
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    worker = startWorker();
  }

  @AfterAll
  void close() {
    worker.close();
    lab.close();
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> theOperationEndsRightAfterAKill() {
    return lane.stream()
        .flatMap(scenario -> points(scenario).stream())
        .map(p -> DynamicTest.dynamicTest(p.toString(), () -> killAt(p)));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> theOperationEndsRightWhenAnAnswerIsLost() {
    return lane.stream()
        .flatMap(scenario -> points(scenario).stream())
        .filter(Point::afterEffect)
        .map(p -> DynamicTest.dynamicTest(p.toString(), () -> loseAnswerAt(p)));
  }

  /**
   * A moment to strike.
   *
   * @param request the number of the worker's request in this operation, from 0
   */
  private record Point(Scenario scenario, int request, String what, boolean afterEffect) {
    @Override
    public String toString() {
      return "%s, request %d (%s), %s its effect"
          .formatted(scenario, request, what, afterEffect ? "after" : "before");
    }
  }

  /**
   * All different requests of an undisturbed run; reads have no effect, so one moment is enough.
   */
  private List<Point> points(Scenario scenario) {
    var guest = scenario.prepare(lab);
    lab.simulator().traffic().reset();
    lab.assertRight(scenario, lab.awaitEnd(lab.order(scenario, guest), PATIENCE));
    var points = new ArrayList<Point>();
    var seen = lab.simulator().traffic().latest();
    var known = new HashSet<String>();
    for (int i = 0; i < seen.size(); i++) {
      var what = seen.get(i).method() + " " + seen.get(i).path();
      if (!known.add(what)) {
        continue;
      }
      points.add(new Point(scenario, i, what, false));
      if (!seen.get(i).method().equals("GET")) {
        points.add(new Point(scenario, i, what, true));
      }
    }
    return points;
  }

  private void killAt(Point point) {
    var guest = point.scenario().prepare(lab);
    var gate = new Gate();
    lab.simulator()
        .faults()
        .add(new Fault("*", ANY, point.request(), 1, new Fault.Hold(gate, point.afterEffect())));
    var operation = lab.order(point.scenario(), guest);
    await().atMost(PATIENCE).until(() -> gate.reached() || lab.ended(operation));

    worker.kill();
    lab.letSignsOfLifeAge();
    gate.open();
    lab.simulator().faults().clear();
    worker = startWorker();

    lab.assertRight(point.scenario(), lab.awaitEnd(operation, PATIENCE));
  }

  private void loseAnswerAt(Point point) {
    var guest = point.scenario().prepare(lab);
    lab.simulator().faults().add(new Fault("*", ANY, point.request(), 1, new Fault.DropAfter()));
    var operation = lab.order(point.scenario(), guest);

    lab.assertRight(point.scenario(), lab.awaitEnd(operation, PATIENCE));
    lab.simulator().faults().clear();
  }

  private Program startWorker() {
    return lab.startWorker();
  }
}
