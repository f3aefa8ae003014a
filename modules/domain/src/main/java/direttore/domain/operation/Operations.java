package direttore.domain.operation;

import direttore.domain.guest.GuestSecrets;
import direttore.domain.task.Upid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where operations live. */
public interface Operations {
  /**
   * Stores a submission and its secrets as a queued operation, or answers the one that the same
   * idempotency key, or the same part of its group, made before. Throws {@link OlderRound} when the
   * group is in another round, {@link HandedOver} when it is somebody else's by now. Refuses as the
   * order says while another operation holds one of its subjects, with {@code KeyReused} for a key
   * that came with another request, with {@code OverQuota} when whoever gets the guest would have
   * more than they may.
   */
  Added add(Submission submission);

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Operation find(UUID id);

  /** Newest first. */
  OperationPage page(OperationFilter filter);

  /** The active operation that holds the subject. */
  Optional<Operation> activeOn(Subject subject);

  /**
   * Ends a queued operation at once, and one whose silent worker has not begun any of it; asks
   * another running one to end; nothing for one that has ended.
   */
  Operation cancel(UUID id);

  /** Notes that someone looks at the operation, so that its log is worth reading for a while. */
  void watch(UUID id);

  /**
   * Takes the operation up for a worker: a queued one, or a running one whose worker is gone or
   * gives no sign of life. Empty when there is nothing to do. Each taking raises the attempt.
   */
  Optional<Operation> claim(UUID id, int worker);

  /**
   * As {@link #record}, of what is about to be done outside: throws {@link OlderRound} when the
   * operation's group has come to another round.
   */
  void begin(Operation changed);

  /** Stores a change, or throws {@link Superseded} when another worker took the operation up. */
  void record(Operation changed);

  /**
   * As {@link #record}, of what a look at the outside world shows again: it may be lost when the
   * database's machine fails in the next moment, and never outlives a change before it.
   */
  void note(Operation changed);

  /**
   * Takes up room in all of the lanes for an operation, whichever worker has it, where there is
   * some in each; whether there was. An operation that is in them already stays so.
   *
   * @param lanes how many operations may be in each at once, by its name
   */
  boolean takeTurn(Operation operation, Map<String, Integer> lanes);

  /** Leaves the lanes; nothing when another worker took the operation up. */
  void endTurn(Operation operation);

  /** The secrets of an active operation, {@link GuestSecrets#NONE} when there are none. */
  GuestSecrets secrets(UUID id);

  /** Of the running operations, those that someone cancelled. */
  Set<UUID> cancelRequested();

  /** Of the running operations, those that someone looks at. */
  Set<UUID> watched();

  /** Whether any operation tracks the task already. */
  boolean tracks(Upid task);

  /**
   * Queued for longer than a moment, or running with a worker that is gone: to be enqueued. A
   * worker that was away itself just now learns of no running ones.
   */
  List<UUID> stranded(int worker);

  /**
   * An operation, and whether it is new.
   *
   * @param fresh false when an idempotency key found an earlier one
   */
  record Added(Operation operation, boolean fresh) {}

  /** Another worker took the operation up; whoever gets this must stop at once. */
  final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Superseded(UUID id) {
      super("operation %s was taken up by another worker".formatted(id));
    }
  }

  /** What the group wanted of the operation it does not want any more. */
  @SuppressWarnings("serial") // caught where it is thrown, never serialised
  final class OlderRound extends RuntimeException {
    public OlderRound(Membership membership) {
      super(
          "group %s is past round %d".formatted(membership.group(), membership.round()),
          null,
          false,
          false);
    }
  }

  /** Whoever has what the operation was for is somebody else by now. */
  @SuppressWarnings("serial") // caught where it is thrown, never serialised
  final class HandedOver extends RuntimeException {
    public HandedOver(Membership membership, String from) {
      super("%s is not %s's any more".formatted(membership.group(), from), null, false, false);
    }
  }

  /** The secrets that came with an order do not open with the key at hand. */
  final class Sealed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message says whose they are
     */
    public Sealed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
