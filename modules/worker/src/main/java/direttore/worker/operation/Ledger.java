package direttore.worker.operation;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Step;
import direttore.domain.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The row of the operation that a run has in hand: each change is stored before it counts, and
 * throws {@link Operations.Superseded} when the run has lost it to another worker.
 */
public final class Ledger {
  private final Operations operations;
  private final Time time;
  private Operation current;

  Ledger(Operations operations, Time time, Operation claimed) {
    this.operations = operations;
    this.time = time;
    this.current = claimed;
  }

  /** As it stands now. */
  public Operation operation() {
    return current;
  }

  Step step(String key) {
    return current.steps().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  /** Before each time that the step is asked for, also when it was asked for before. */
  void begun(String step) {
    var changed = current.begun(step, time.now());
    try {
      operations.begin(changed);
    } catch (Operations.OlderRound e) {
      // Its group does not want it any more.
      throw new RunStop.Cancelled();
    }
    current = changed;
  }

  /** Makes sure that the operation is still ours, by a write: before any other effect. */
  public void confirm() {
    store(current);
  }

  void tracked(String step, Handle handle) {
    note(current.tracked(step, handle));
  }

  /**
   * The step is done; with the last one the operation has succeeded. Were that forgotten, a look
   * would show it again.
   */
  void done(String step) {
    var now = time.now();
    var done = current.done(step, now);
    note(done.nextStep().isEmpty() ? done.succeeded(now) : done);
  }

  /** Shows what is waited for, or null for nothing. */
  public void waitingFor(@Nullable String what) {
    waitingFor(what, null);
  }

  /**
   * Shows what is waited for.
   *
   * @param most how long at the most, or null where there is no end
   */
  void waitingFor(@Nullable String what, @Nullable Duration most) {
    if (!Objects.equals(current.waiting(), what)) {
      var now = time.now();
      note(current.waitingFor(what, now, most == null ? null : now.plus(most)));
    }
  }

  /** Shows how far it is, and the end of its log. */
  public void seen(@Nullable Double progress, List<String> log) {
    if (!Objects.equals(current.progress(), progress) || !current.log().equals(log)) {
      note(current.seen(progress, log));
    }
  }

  /** Keeps warnings that it does not have yet. */
  public void warned(List<String> warnings) {
    var fresh = warnings.stream().filter(w -> !current.warnings().contains(w)).toList();
    if (!fresh.isEmpty()) {
      store(current.warned(fresh));
    }
  }

  /** Stores a change of what is ordered: all that is still to do is asked there. */
  public void reordered(Operation changed) {
    store(changed);
  }

  /** Goes on with what a change of the row has made of it. */
  public void replaced(Operation changed) {
    current = changed;
  }

  /** What was done is to be taken back: before the first of it is. */
  void ending(Failure why) {
    store(current.ending(why));
  }

  /** What the step did was taken back. */
  void undone(String step, Failure why) {
    store(current.undone(step, why, time.now()));
  }

  void succeeded() {
    store(current.succeeded(time.now()));
  }

  void failed(Failure why) {
    store(current.failed(why, time.now()));
  }

  void cancelled(@Nullable Failure note) {
    store(current.cancelled(note, time.now()));
  }

  private void note(Operation changed) {
    operations.note(changed);
    current = changed;
  }

  private void store(Operation changed) {
    operations.record(changed);
    current = changed;
  }
}
