package direttore.acceptance;

import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import direttore.simulator.fault.Gate;
import direttore.testkit.Program;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The only worker process of a lab; killed at one of its requests, it is followed by another. */
final class KilledWorker implements AutoCloseable {
  private final WorkerLab lab;
  private final Faults faults;
  private Program program;

  private KilledWorker(WorkerLab lab, Faults faults) {
    this.lab = lab;
    this.faults = faults;
    this.program = lab.startWorker();
  }

  /** Starts, and has requests counted from here. */
  static KilledWorker of(WorkerLab lab) {
    var worker = of(lab, lab.simulator().faults().strikes());
    lab.simulator().traffic().reset();
    return worker;
  }

  /**
   * Starts.
   *
   * @param faults of the system at whose requests it is killed
   */
  static KilledWorker of(WorkerLab lab, Faults faults) {
    return new KilledWorker(lab, faults);
  }

  /** What is to be done with the worker stopped at a request, and after its death. */
  @FunctionalInterface
  interface Strike {
    /**
     * @param where the request, for messages
     */
    void at(Gate gate, String where);
  }

  /**
   * Strikes spread over the requests that an undisturbed run has made so far, by turns before and
   * after their effect.
   */
  Stream<DynamicTest> struck(int points, int requests, Strike strike) {
    return IntStream.range(0, points)
        .mapToObj(i -> {
          var request = i * requests / points;
          var after = i % 2 == 1;
          var where =
              "request %d of %d, %s its effect"
                  .formatted(request, requests, after ? "after" : "before");
          return DynamicTest.dynamicTest(where, () -> strike.at(stopAt(request, after), where));
        });
  }

  /** Stops at a request, counted from here. */
  Gate stopAt(int request, boolean afterEffect) {
    var gate = new Gate();
    faults.add(new Fault("*", ".*", request, 1, new Fault.Hold(gate, afterEffect)));
    return gate;
  }

  /** Stops at its next request of that kind. */
  Gate stopAt(String method, String path, boolean afterEffect) {
    var gate = new Gate();
    faults.add(Fault.next(method, path, new Fault.Hold(gate, afterEffect)));
    return gate;
  }

  /** Dies where it stands. */
  void die(Gate... gates) {
    var killed = lab.livingWorkers();
    program.kill();
    killed.forEach(lab::letDeathAge);
    Stream.of(gates).forEach(Gate::open);
    faults.clear();
    program = lab.startWorker();
  }

  @Override
  public void close() {
    program.close();
  }
}
