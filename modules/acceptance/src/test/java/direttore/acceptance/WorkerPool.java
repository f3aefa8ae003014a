package direttore.acceptance;

import static org.awaitility.Awaitility.await;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Worker processes of a lab, by their numbers. Where one is killed another begins to start, and
 * nobody waits for it before the next kill: there is a spare.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration PATIENCE = Limit.NEVER;

  /** Longer than any transaction of a worker that does not stand still. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final WorkerLab lab;
  private final Map<Integer, Program> running = new TreeMap<>();
  private final Set<Integer> known = new HashSet<>();
  private final List<Program> starting = new ArrayList<>();

  private WorkerPool(WorkerLab lab) {
    this.lab = lab;
  }

  /** That many, which all run; one starts after the other, so that each has a known number. */
  static WorkerPool of(WorkerLab lab, int size) {
    var pool = new WorkerPool(lab);
    for (int i = 0; i < size; i++) {
      pool.start();
      pool.awaitStarting();
    }
    return pool;
  }

  Set<Integer> numbers() {
    return Set.copyOf(running.keySet());
  }

  Program get(int number) {
    return Objects.requireNonNull(running.get(number), "no worker " + number);
  }

  /** The one that gets all orders from now on, as the others stand still until they thaw. */
  int freezeAllButOne() {
    awaitStarting();
    var numbers = running.keySet().iterator();
    var left = numbers.next();
    numbers.forEachRemaining(number -> freezeOutsideTransactions(get(number)));
    return left;
  }

  /** What stood still in the middle of a transaction would keep its locks from all others. */
  private void freezeOutsideTransactions(Program worker) {
    worker.freeze();
    while (!lab.comesToRest(MOMENT)) {
      worker.thaw();
      worker.freeze();
    }
  }

  void thaw() {
    running.values().forEach(Program::thaw);
  }

  /** The others learn of it as after some seconds; at least one of them runs. */
  void kill(int number) {
    awaitStarting();
    get(number).kill();
    running.remove(number);
    lab.letDeathAge(number);
    start();
  }

  private void start() {
    starting.add(lab.startWorker());
  }

  private void awaitStarting() {
    for (var program : starting) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !known.containsAll(lab.livingWorkers()));
      var fresh = new HashSet<>(lab.livingWorkers());
      fresh.removeAll(known);
      var number = fresh.iterator().next();
      known.add(number);
      running.put(number, program);
    }
    starting.clear();
  }

  @Override
  public void close() {
    running.values().forEach(Program::close);
    starting.forEach(Program::close);
  }
}
