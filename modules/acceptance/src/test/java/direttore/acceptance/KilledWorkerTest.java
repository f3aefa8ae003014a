package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.VmId;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Gate;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
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
 * <p>One kill strikes several operations, each at a point of its own: all that one worker has, for
 * the other stands still until then. Two operations are struck at once where the request of neither
 * can be taken for the other's. A worker looks after the tasks of all operations at once, so one
 * look, at whichever task comes first, is one kill for all.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(4)
class KilledWorkerTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final int WORKERS = 2;

  /** Operations that one kill strikes. */
  private static final int AT_ONCE = 6;

  private WorkerLab lab;
  private WorkerPool workers;
  private List<Point> points;

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    workers = WorkerPool.of(lab, WORKERS);
    points = Stream.of(Scenario.values()).flatMap(scenario -> points(scenario).stream()).toList();
  }

  @AfterAll
  void close() {
    workers.close();
    lab.close();
  }

  @TestFactory
  Stream<DynamicTest> theOperationEndsRightAfterAKill() {
    return rounds().stream()
        .map(round -> DynamicTest.dynamicTest(named(round), () -> killAt(round)));
  }

  @TestFactory
  Stream<DynamicTest> theOperationEndsRightWhenAnAnswerIsLost() {
    return points.stream()
        .filter(point -> point.afterEffect() && point.request().changes())
        .map(p -> DynamicTest.dynamicTest(p.toString(), () -> loseAnswerAt(p)));
  }

  /** A moment to strike. */
  private record Point(Scenario scenario, Request request, boolean afterEffect) {
    Fault fault(VmId guest, Fault.Effect effect) {
      return Fault.next(request.method(), request.path(guest), effect);
    }

    /** Whether a request of the one operation could be held in place of the other's. */
    boolean takenFor(Point other) {
      return scenario == other.scenario && !(request.tellsGuest() && other.request.tellsGuest());
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

  /** The points that one kill strikes, each in an operation of its own. */
  private List<List<Point>> rounds() {
    var changes = new ArrayList<List<Point>>();
    var looks = new LinkedHashMap<Request, List<Point>>();
    for (var point : points) {
      if (point.request().changes()) {
        roundFor(point, changes).add(point);
      } else {
        looks.computeIfAbsent(point.request(), request -> new ArrayList<>()).add(point);
      }
    }
    changes.addAll(looks.values());
    return changes;
  }

  private static List<Point> roundFor(Point point, List<List<Point>> rounds) {
    for (var round : rounds) {
      if (round.size() < AT_ONCE && round.stream().noneMatch(point::takenFor)) {
        return round;
      }
    }
    var round = new ArrayList<Point>();
    rounds.add(round);
    return round;
  }

  /** All that change something are reached, or one of those that look. */
  private static boolean reached(List<Point> round, List<Gate> gates) {
    var changing = round.getFirst().request().changes();
    return changing
        ? gates.stream().allMatch(Gate::reached)
        : gates.stream().anyMatch(Gate::reached);
  }

  private static String named(List<Point> round) {
    return String.join("; ", round.stream().map(Point::toString).toList());
  }

  private void killAt(List<Point> round) {
    var guests = round.stream().map(point -> point.scenario().prepare(lab)).toList();
    var gates = round.stream().map(point -> new Gate()).toList();
    var operations = new ArrayList<UUID>();
    var struck = workers.freezeAllButOne();
    try {
      for (int i = 0; i < round.size(); i++) {
        var point = round.get(i);
        var hold = new Fault.Hold(gates.get(i), point.afterEffect());
        lab.simulator().faults().add(point.fault(guests.get(i), hold));
        operations.add(lab.order(point.scenario(), guests.get(i)));
      }
      await()
          .atMost(PATIENCE)
          .pollInterval(MOMENT)
          .until(() -> reached(round, gates) || operations.stream().allMatch(lab::ended));
      // Where a worker looks after a task depends on how long the task took.
      var changing = round.getFirst().request().changes();
      assertThat(reached(round, gates) || !changing).isTrue();
      if (reached(round, gates)) {
        assertThat(operations).allSatisfy(o -> assertThat(lab.worker(o)).isEqualTo(struck));
        workers.kill(struck);
      }
    } finally {
      workers.thaw();
    }
    gates.forEach(Gate::open);

    for (int i = 0; i < round.size(); i++) {
      lab.assertRight(round.get(i).scenario(), lab.awaitEnd(operations.get(i), PATIENCE));
    }
  }

  private void loseAnswerAt(Point point) {
    var guest = point.scenario().prepare(lab);
    lab.simulator().faults().add(point.fault(guest, new Fault.DropAfter()));
    var operation = lab.order(point.scenario(), guest);

    lab.assertRight(point.scenario(), lab.awaitEnd(operation, PATIENCE));
  }
}
