package direttore.domain.operation;

import direttore.domain.access.TeamName;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One change to the outside world, submitted by someone, from the submission to its end.
 *
 * @param id also the id of its job in the queue
 * @param waiting what the operation waits for, such as {@code locked by backup}, or null
 * @param waitingSince since when it does
 * @param waitingUntil when it gives up, or null where it does not
 * @param progress 0 to 1 where Proxmox tells it, or null
 * @param log the last lines of the current task's log
 * @param warnings what Proxmox warned of on the way to success
 * @param failure why it failed; while it is active, why it takes back what it did; or null
 * @param team the team that the new guest was ordered for, or null
 * @param attempt how often a worker took it up; fences off a worker that was given up
 * @param cancelRequested whether someone cancelled it
 * @param retryOf the operation whose order this repeats, or null
 * @param secretNames the secret fields that came with the order; what they held is forgotten when
 *     it ends
 * @param workerSilentSince when the worker that has it in hand gave its last sign of life, or null
 *     while it gives them
 * @param membership its place in a group, or null where it belongs to none
 */
public record Operation(
    UUID id,
    Order order,
    State state,
    List<Step> steps,
    @Nullable String waiting,
    @Nullable Instant waitingSince,
    @Nullable Instant waitingUntil,
    @Nullable Double progress,
    List<String> log,
    List<String> warnings,
    @Nullable Failure failure,
    String requestedBy,
    @Nullable TeamName team,
    int attempt,
    boolean cancelRequested,
    @Nullable UUID retryOf,
    List<String> secretNames,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable Instant workerSilentSince,
    @Nullable Membership membership) {

  /** How far an operation is; it moves from left to right only. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether it may still change. */
    public boolean active() {
      return this == QUEUED || this == RUNNING;
    }

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Why an operation failed.
   *
   * @param type a stable word, such as {@code task-failed}
   * @param message a sentence for people
   * @param left what it made and left behind, or null where there is none for certain
   */
  public record Failure(String type, String message, @Nullable Left left) {
    /** The type of what someone cancelled. */
    public static final String CANCELLED = "cancelled";

    public Failure(String type, String message) {
      this(type, message, null);
    }

    /** Whether nothing went wrong: someone cancelled it. */
    public boolean cancelled() {
      return type.equals(CANCELLED);
    }

    /** With more to say after it. */
    public Failure and(String more) {
      if (more.isEmpty()) {
        return this;
      }
      return new Failure(type, message.isEmpty() ? more : message + "\n" + more, left);
    }

    /** With what is left behind. */
    public Failure leaving(@Nullable Left what) {
      return new Failure(type, message, what);
    }
  }

  public Operation {
    steps = List.copyOf(steps);
    if (steps.stream().map(Step::key).distinct().count() < steps.size()) {
      throw new IllegalArgumentException("two steps of an operation have the same key");
    }
    log = List.copyOf(log);
    warnings = List.copyOf(warnings);
    secretNames = List.copyOf(secretNames);
  }

  /** A new operation, not begun. */
  public static Operation queued(UUID id, Order order, String requestedBy, Instant now) {
    return new Operation(
        id,
        order,
        State.QUEUED,
        order.steps(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        requestedBy,
        null,
        0,
        false,
        null,
        List.of(),
        now,
        null,
        null,
        null,
        null);
  }

  /**
   * With what its submission says of a team, an earlier operation, steps done by it, secrets, and a
   * group.
   */
  public Operation submitted(Submission submission) {
    return new Operation(
        id,
        order,
        state,
        submission.steps(),
        waiting,
        waitingSince,
        waitingUntil,
        progress,
        log,
        warnings,
        failure,
        requestedBy,
        submission.team(),
        attempt,
        cancelRequested,
        submission.retryOf(),
        submission.secretNames(),
        created,
        started,
        finished,
        workerSilentSince,
        submission.membership());
  }

  /** The task of the latest step that has one. */
  public Optional<Upid> upid() {
    return steps.reversed().stream().map(Step::upid).filter(Objects::nonNull).findFirst();
  }

  /** The first step that is not done. */
  public Optional<Step> nextStep() {
    return steps.stream().filter(s -> s.state() != Step.State.DONE).findFirst();
  }

  /** The word for what happens now: a step's name, or the state where none is under way. */
  public String phase() {
    return state == State.RUNNING
        ? nextStep().map(s -> s.kind().wire()).orElse(state.wire())
        : state.wire();
  }

  /** With the step begun: to be stored before its effect. */
  public Operation begun(String step, Instant now) {
    return with(draft -> draft.steps = change(step, s -> s.begun(now)));
  }

  /** With what the step is known by where it is done: to be stored as soon as that is known. */
  public Operation tracked(String step, Handle handle) {
    return with(draft -> {
      draft.steps = change(step, s -> s.tracked(handle));
      draft.goOn();
      draft.progress = null;
    });
  }

  /** With the step done. */
  public Operation done(String step, Instant now) {
    return with(draft -> {
      draft.steps = change(step, s -> s.ended(Step.State.DONE, now));
      draft.goOn();
    });
  }

  /**
   * With what it waits for, or null when it no longer does.
   *
   * @param until when it gives up, or null where it does not
   */
  public Operation waitingFor(@Nullable String what, Instant now, @Nullable Instant until) {
    return with(draft -> {
      draft.waiting = what;
      draft.waitingSince = what == null ? null : now;
      draft.waitingUntil = what == null ? null : until;
    });
  }

  /** With news from the current task. */
  public Operation seen(@Nullable Double newProgress, List<String> newLog) {
    return with(draft -> {
      draft.progress = newProgress;
      draft.log = newLog;
    });
  }

  /** With warnings that do not stop it. */
  public Operation warned(List<String> more) {
    return with(draft -> {
      var all = new ArrayList<>(warnings);
      all.addAll(more);
      draft.warnings = all;
    });
  }

  /** With the same order of another thing, such as a guest that has moved. */
  public Operation reordered(Order changed) {
    return with(draft -> draft.order = changed);
  }

  /** With the last sign of life of a worker that gives none now, or null while it gives them. */
  public Operation withWorkerSilentSince(@Nullable Instant since) {
    return with(draft -> draft.workerSilentSince = since);
  }

  /** Ended as wanted. */
  public Operation succeeded(Instant now) {
    return with(draft -> {
      draft.state = State.SUCCEEDED;
      draft.progress = 1.0;
      draft.goOn();
      draft.finished = now;
    });
  }

  /** With why it is to end early: to be stored before anything is taken back. */
  public Operation ending(Failure why) {
    return with(draft -> {
      draft.failure = why;
      draft.goOn();
    });
  }

  /** With what the step did taken back, and what there is to say of that. */
  public Operation undone(String step, Failure why, Instant now) {
    return with(draft -> {
      draft.failure = why;
      draft.steps = change(step, s -> s.undone(now));
      draft.goOn();
    });
  }

  /** Ended otherwise; the step under way failed. */
  public Operation failed(Failure why, Instant now) {
    return with(draft -> {
      draft.state = State.FAILED;
      draft.failure = why;
      draft.steps = endRunning(now);
      draft.goOn();
      draft.finished = now;
    });
  }

  /** Ended early because someone asked for it. */
  public Operation cancelled(@Nullable Failure note, Instant now) {
    return with(draft -> {
      draft.state = State.CANCELLED;
      draft.failure = note;
      draft.steps = endRunning(now);
      draft.goOn();
      draft.finished = now;
    });
  }

  private List<Step> change(String key, UnaryOperator<Step> change) {
    return steps.stream().map(s -> s.key().equals(key) ? change.apply(s) : s).toList();
  }

  private List<Step> endRunning(Instant now) {
    return steps.stream()
        .map(s -> s.state() == Step.State.RUNNING ? s.ended(Step.State.FAILED, now) : s)
        .toList();
  }

  private Operation with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.operation(this);
  }

  /** The fields that change, open for one change. */
  private static final class Draft {
    private Order order;
    private State state;
    private List<Step> steps;
    private @Nullable String waiting;
    private @Nullable Instant waitingSince;
    private @Nullable Instant waitingUntil;
    private @Nullable Double progress;
    private List<String> log;
    private List<String> warnings;
    private @Nullable Failure failure;
    private @Nullable Instant finished;
    private @Nullable Instant workerSilentSince;

    private Draft(Operation from) {
      order = from.order;
      state = from.state;
      steps = from.steps;
      waiting = from.waiting;
      waitingSince = from.waitingSince;
      waitingUntil = from.waitingUntil;
      progress = from.progress;
      log = from.log;
      warnings = from.warnings;
      failure = from.failure;
      finished = from.finished;
      workerSilentSince = from.workerSilentSince;
    }

    private void goOn() {
      waiting = null;
      waitingSince = null;
      waitingUntil = null;
    }

    private Operation operation(Operation from) {
      return new Operation(
          from.id,
          order,
          state,
          steps,
          waiting,
          waitingSince,
          waitingUntil,
          progress,
          log,
          warnings,
          failure,
          from.requestedBy,
          from.team,
          from.attempt,
          from.cancelRequested,
          from.retryOf,
          from.secretNames,
          from.created,
          from.started,
          finished,
          workerSilentSince,
          from.membership);
    }
  }
}
