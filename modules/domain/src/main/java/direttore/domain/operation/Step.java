package direttore.domain.operation;

import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One effect of an operation on the outside world.
 *
 * @param key its name within the operation
 * @param handle by what the system that does it knows it, once known; null for what is done at once
 * @param started written before the effect is asked for
 * @param finished written after it is known to be done, or to have failed
 */
public record Step(
    String key,
    StepKind kind,
    State state,
    @Nullable Handle handle,
    @Nullable Instant started,
    @Nullable Instant finished) {

  /** How far the step is. */
  public enum State {
    PENDING,
    /** Begun: its effect may or may not have reached the outside world yet. */
    RUNNING,
    DONE,
    FAILED,
    /** It was done, and taken back. */
    UNDONE;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The only step of its kind in an operation. */
  public static Step pending(StepKind kind) {
    return pending(kind.wire(), kind);
  }

  /** One of several steps of a kind. */
  public static Step pending(String key, StepKind kind) {
    return new Step(key, kind, State.PENDING, null, null, null);
  }

  /** The task of Proxmox that does it, once known. */
  public @Nullable Upid upid() {
    return handle instanceof Handle.Task(var upid) ? upid : null;
  }

  /** The step as another operation has it that goes on from there; the work was not its own. */
  public Step inherited() {
    return new Step(key, kind, state, null, started, finished);
  }

  Step begun(Instant now) {
    return new Step(key, kind, State.RUNNING, handle, started == null ? now : started, null);
  }

  Step tracked(Handle by) {
    return new Step(key, kind, state, by, started, finished);
  }

  /** Taken back; what was not done for certain has failed. */
  Step undone(Instant now) {
    return ended(state == State.DONE ? State.UNDONE : State.FAILED, now);
  }

  Step ended(State how, Instant now) {
    return new Step(key, kind, how, handle, started, now);
  }
}
