package direttore.domain.operation;

import direttore.domain.guest.PowerAction;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One effect of an operation on the outside world.
 *
 * @param upid the task of Proxmox that does it, once known; null for what Proxmox does at once
 * @param started written before the effect is asked for
 * @param finished written after it is known to be done, or to have failed
 */
public record Step(
    Name name,
    State state,
    @Nullable Upid upid,
    @Nullable Instant started,
    @Nullable Instant finished) {

  /** What is done. */
  public enum Name {
    CREATE,
    CLONE,
    CONFIGURE,
    GROW_DISK,
    START,
    STOP,
    REBOOT,
    SHUTDOWN,
    RESUME,
    LEAVE_HA,
    DESTROY,
    SNAPSHOT,
    ROLLBACK,
    DELETE_SNAPSHOT;

    static Name of(PowerAction action) {
      return switch (action) {
        case START -> START;
        case STOP -> STOP;
        case REBOOT -> REBOOT;
        case SHUTDOWN -> SHUTDOWN;
        case RESUME -> RESUME;
      };
    }

    /** Whether Proxmox refuses it while that holds the guest. */
    public boolean hinderedBy(String lock) {
      // A VM that was suspended to disk is resumed by a start, and deleted as it is.
      return !(lock.equals("suspended") && (this == START || this == DESTROY || this == LEAVE_HA));
    }

    /** The word in answers, such as {@code grow-disk}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How far the step is. */
  public enum State {
    PENDING,
    /** Begun: its effect may or may not have reached Proxmox yet. */
    RUNNING,
    DONE,
    FAILED;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Step pending(Name name) {
    return new Step(name, State.PENDING, null, null, null);
  }

  /** The step as another operation has it that goes on from there; the task was not its own. */
  public Step inherited() {
    return new Step(name, state, null, started, finished);
  }

  Step begun(Instant now) {
    return new Step(name, State.RUNNING, upid, started == null ? now : started, null);
  }

  Step tracked(Upid task) {
    return new Step(name, state, task, started, finished);
  }

  Step ended(State how, Instant now) {
    return new Step(name, how, upid, started, now);
  }
}
