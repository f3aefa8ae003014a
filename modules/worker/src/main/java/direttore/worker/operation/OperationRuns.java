package direttore.worker.operation;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The operations in the hands of this process. Each has a thread of its own that leaves it only
 * when it has ended, was taken up by another worker, or the process ends; so a running operation
 * whose worker lives is never forgotten.
 */
public final class OperationRuns {
  private static final System.Logger LOG = System.getLogger(OperationRuns.class.getName());
  private static final int TRIES = 4;
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private final RunContext context;
  private final Map<UUID, RunSignals> carried = new ConcurrentHashMap<>();
  private final Signal requests;
  private volatile Consumer<Operation> ended = operation -> {};
  private volatile boolean stopping;

  private OperationRuns(RunContext context) {
    this.context = context;
    this.requests = context.time().signal();
  }

  /** Begins with nothing in hand. */
  public static OperationRuns of(
      Operations operations,
      List<Family> families,
      OperationSettings settings,
      Time time,
      RandomGenerator random,
      Presence presence) {
    return new OperationRuns(
        new RunContext(
            operations, new Families(families), new Lanes(), settings, presence, time, random));
  }

  /** Begins to ask what people want of the operations in hand. */
  public void listen() {
    var poll = new CancelPoll(context.operations(), carried, requests, () -> stopping);
    Thread.ofVirtual().name("cancel-poll").start(poll);
  }

  /** Has somebody hear of each operation that has ended here; they must not fail. */
  public void onEnd(Consumer<Operation> told) {
    ended = told;
  }

  /** Whether the operation is in the hands of this process. */
  public boolean carries(UUID operation) {
    return carried.containsKey(operation);
  }

  /**
   * Takes an operation up and returns when its run is over; nothing for one that is in other hands.
   * An interrupt ends the waiting, not the run.
   */
  public void carryOut(UUID id) throws InterruptedException {
    var signals = new RunSignals(context.time().signal());
    if (stopping || carried.putIfAbsent(id, signals) != null) {
      return;
    }
    Optional<Thread> run = Optional.empty();
    try {
      awaitPresence(signals);
      run = context.operations().claim(id, context.presence().number()).map(o -> begin(o, signals));
    } finally {
      if (run.isEmpty()) {
        carried.remove(id);
      }
    }
    if (run.isPresent()) {
      run.get().join();
    }
  }

  private void awaitPresence(RunSignals signals) {
    while (!stopping && !context.presence().held()) {
      signals.listen(MOMENT);
    }
  }

  private Thread begin(Operation claimed, RunSignals signals) {
    signals.hear(claimed.cancelRequested(), false);
    if (stopping) {
      signals.stop();
    }
    requests.raise();
    RunLog.takenUp(claimed);
    return Thread.ofVirtual()
        .name("operation-" + claimed.id())
        .start(() -> {
          try {
            carry(claimed, signals);
          } finally {
            carried.remove(claimed.id());
          }
        });
  }

  private void carry(Operation claimed, RunSignals signals) {
    var failures = 0;
    var outages = 0;
    var current = Optional.of(claimed);
    while (current.isPresent()) {
      try {
        end(new OperationRun(context, current.get(), signals).run());
        return;
      } catch (Operations.Superseded | RunStop.Left e) {
        LOG.log(Level.DEBUG, e::getMessage);
        return;
      } catch (Refusal.DatabaseAway | Refusal.Overloaded e) {
        // It says nothing about the operation, so it does not count.
        LOG.log(Level.DEBUG, () -> "operation %s waits: %s".formatted(claimed.id(), e));
        current = again(claimed, rest(++outages), failures, e, signals);
      } catch (RuntimeException | Error e) {
        // Whatever it is, the row must not stay behind running.
        RunLog.met(claimed, failures, e);
        failures++;
        current = again(claimed, rest(failures), failures, e, signals);
      }
    }
  }

  /** The operation as it is stored now, to be gone on with; empty when it is not ours any more. */
  private Optional<Operation> again(
      Operation claimed, Duration first, int failures, Throwable error, RunSignals signals) {
    var rest = first;
    while (true) {
      try {
        signals.leaveIfStopping();
        signals.listen(rest);
        signals.leaveIfStopping();
        var stored = context.operations().find(claimed.id());
        if (stored.attempt() != claimed.attempt() || !stored.state().active()) {
          return Optional.empty();
        }
        if (failures < TRIES) {
          return Optional.of(stored);
        }
        var failed = stored.failed(unexpected(error), context.time().now());
        context.operations().record(failed);
        end(failed);
        return Optional.empty();
      } catch (Operations.Superseded | RunStop.Left e) {
        return Optional.empty();
      } catch (RuntimeException e) {
        // The database is away: that says nothing about the operation, so it does not count.
        LOG.log(Level.DEBUG, () -> "operation %s waits: %s".formatted(claimed.id(), e));
        rest =
            rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
      }
    }
  }

  private void end(Operation operation) {
    RunLog.ended(operation);
    ended.accept(operation);
  }

  private static Duration rest(int times) {
    return Duration.ofSeconds(1L << Math.min(2 * (times - 1), 4));
  }

  private static Failure unexpected(Throwable error) {
    if (error instanceof Operations.Sealed) {
      return new Failure(
          "sealed",
          "The passwords and keys of this order do not open with the key in SECRET_KEY_FILE;"
              + " they are kept");
    }
    return new Failure(
        "internal", "Direttore met an unexpected error and gave up; its log tells more.");
  }

  /**
   * Takes nothing up any more and has every run leave its operation as it is, for another worker.
   *
   * @param grace how long to wait for runs that are in the middle of a request
   */
  public void stop(Duration grace) throws InterruptedException {
    stopping = true;
    requests.raise();
    carried.values().forEach(RunSignals::stop);
    var begun = context.time().nanos();
    var nap = context.time().signal();
    while (!carried.isEmpty() && context.time().nanos() - begun < grace.toNanos()) {
      nap.await(MOMENT);
    }
  }
}
