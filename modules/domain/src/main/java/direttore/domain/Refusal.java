package direttore.domain;

import direttore.domain.access.Right;
import direttore.domain.guest.GuestRef;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.policy.BrokenRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why Direttore refused a request. Foreseen, and said in words for the person who asked; the HTTP
 * layer turns each case into one problem type.
 */
@SuppressWarnings("serial") // refusals are answered at once and never serialised
public abstract sealed class Refusal extends RuntimeException {
  private final @Nullable String field;

  private Refusal(String message, @Nullable String field, @Nullable Throwable cause) {
    super(message, cause);
    this.field = field;
  }

  private Refusal(String message, @Nullable String field) {
    this(message, field, null);
  }

  /** The request's field to mend, such as {@code nics[1].vlan}, or null when it is none of them. */
  public @Nullable String field() {
    return field;
  }

  /** One thing wrong with one field of a request. */
  public record Violation(String field, String rule) {
    /** The same violation, of a field that lies within another. */
    public Violation within(String outer) {
      var joint = outer.isEmpty() || field.isEmpty() ? "" : ".";
      return new Violation(outer + joint + field, rule);
    }

    @Override
    public String toString() {
      return field + " " + rule;
    }
  }

  /** A field is missing, malformed or out of range, whatever the state of the cluster. */
  public static final class Invalid extends Refusal {
    private final List<Violation> violations;

    public Invalid(String field, String rule) {
      this(List.of(new Violation(field, rule)));
    }

    /** Everything wrong at once, so that a form can mark all of it. Needs at least one. */
    public Invalid(List<Violation> violations) {
      super(
          violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
          violations.getFirst().field());
      this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
      return violations;
    }
  }

  /** More than one thing is in the way, each of another field. */
  public static final class Several extends Refusal {
    private final List<Refusal> refusals;

    /** Needs at least one. */
    public Several(List<Refusal> refusals) {
      super(
          refusals.stream().map(Refusal::getMessage).collect(Collectors.joining("; ")),
          refusals.getFirst().field());
      this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
      return refusals;
    }
  }

  /** What the address names does not exist. */
  public static final class NotFound extends Refusal {
    public NotFound(String kind, Object id) {
      super("there is no %s %s".formatted(kind, id), null);
    }
  }

  /** The guest is not where the address says: it has moved to another node. */
  public static final class Moved extends Refusal {
    private final transient GuestRef to;

    /**
     * @param to where it is now
     */
    public Moved(GuestRef to) {
      super("%s %s is on %s now".formatted(to.kind().noun(), to.vmid(), to.node()), null);
      this.to = to;
    }

    public GuestRef to() {
      return to;
    }
  }

  /** Something that a field names (a bridge, a storage, a template, a node) does not exist. */
  public static final class Unknown extends Refusal {
    private final String kind;

    /**
     * @param kind what is missing, one lower-case word such as {@code bridge}
     * @param message a whole sentence, with what there is instead
     */
    public Unknown(String kind, String field, String message) {
      super(message, field);
      this.kind = kind;
    }

    public String kind() {
      return kind;
    }
  }

  /** The VMID is taken, by a guest or by an operation that is about to make one. */
  public static final class VmidInUse extends Refusal {
    public VmidInUse(String message) {
      this("vmid", message);
    }

    public VmidInUse(String field, String message) {
      super(message, field);
    }
  }

  /** A storage or node has too little free room for what a field asks. */
  public static final class NoSpace extends Refusal {
    public NoSpace(String field, String message) {
      super(message, field);
    }
  }

  /** More guests would be made on a node than were claimed of the pools there. */
  public static final class PoolFull extends Refusal {
    public PoolFull(@Nullable String field, String message) {
      super(message, field);
    }
  }

  /** Somebody, or a team, would have more than their quota. */
  public static final class OverQuota extends Refusal {
    private final List<Violation> faults;

    /**
     * @param sentence whole sentences, with what is wanted, used and allowed
     * @param faults the fields that ask for too much, a sentence each; none where it is the guest
     *     itself
     */
    public OverQuota(String sentence, List<Violation> faults) {
      super(sentence, faults.isEmpty() ? null : faults.getFirst().field());
      this.faults = List.copyOf(faults);
    }

    public List<Violation> faults() {
      return faults;
    }
  }

  /**
   * What is asked, or a field of it, cannot be done with what there is, such as a linked clone
   * where the storage has none.
   */
  public static final class Impossible extends Refusal {
    public Impossible(@Nullable String field, String message) {
      super(message, field);
    }
  }

  /** The guest is being changed already; only one change at a time is safe. */
  public static final class Busy extends Refusal {
    private final UUID operation;

    public Busy(String message, UUID operation) {
      super(message, null);
      this.operation = operation;
    }

    /** The operation to wait for or to cancel. */
    public UUID operation() {
      return operation;
    }
  }

  /** Something else at Proxmox holds the guest, and the request was not to wait for it. */
  public static final class Locked extends Refusal {
    public Locked(String message) {
      super(message, null);
    }
  }

  /**
   * The thing is in a state that does not allow the request, such as a running guest's deletion.
   */
  public static final class WrongState extends Refusal {
    public WrongState(String message, @Nullable String field) {
      super(message, field);
    }
  }

  /** Others have what a reservation asks for. */
  public static final class ReservationConflict extends Refusal {
    private final transient List<Conflict> conflicts;
    private final transient List<Slot> nextFree;
    private final @Nullable Boolean mayWait;
    private final @Nullable String whyNotWait;

    /**
     * @param message in a sentence that names nobody
     * @param conflicts what is in the way
     * @param nextFree what is free instead, the nearest first
     */
    public ReservationConflict(String message, List<Conflict> conflicts, List<Slot> nextFree) {
      this(message, null, conflicts, nextFree);
    }

    /**
     * The same.
     *
     * @param field in which less may do, or null
     */
    public ReservationConflict(
        String message, @Nullable String field, List<Conflict> conflicts, List<Slot> nextFree) {
      this(message, field, conflicts, nextFree, null, null);
    }

    private ReservationConflict(
        String message,
        @Nullable String field,
        List<Conflict> conflicts,
        List<Slot> nextFree,
        @Nullable Boolean mayWait,
        @Nullable String whyNotWait) {
      super(message, field);
      this.conflicts = List.copyOf(conflicts);
      this.nextFree = List.copyOf(nextFree);
      this.mayWait = mayWait;
      this.whyNotWait = whyNotWait;
    }

    /** The same of another field. */
    ReservationConflict of(@Nullable String other) {
      return new ReservationConflict(
          Objects.requireNonNull(getMessage()), other, conflicts, nextFree, mayWait, whyNotWait);
    }

    /** The same of something new, with why nobody can wait for it; empty where one can. */
    public ReservationConflict waiting(Optional<String> whyNot) {
      return new ReservationConflict(
          Objects.requireNonNull(getMessage()),
          field(),
          conflicts,
          nextFree,
          whyNot.isEmpty(),
          whyNot.orElse(null));
    }

    /** Whether the waiting list takes it, or null where nothing new was asked for. */
    public @Nullable Boolean mayWait() {
      return mayWait;
    }

    /** Why the waiting list does not take it, in a sentence; null where it does. */
    public @Nullable String whyNotWait() {
      return whyNotWait;
    }

    public List<Conflict> conflicts() {
      return conflicts;
    }

    public List<Slot> nextFree() {
      return nextFree;
    }
  }

  /** It is against the rules by which people reserve. */
  public static final class RuleBroken extends Refusal {
    private final transient List<BrokenRule> broken;

    /** Needs at least one. */
    public RuleBroken(List<BrokenRule> broken) {
      super(
          broken.stream().map(BrokenRule::sentence).collect(Collectors.joining(" ")),
          broken.getFirst().field());
      this.broken = List.copyOf(broken);
    }

    public List<BrokenRule> broken() {
      return broken;
    }
  }

  /** Somebody else has reserved the node whole, and new guests are kept off it meanwhile. */
  public static final class NodeReserved extends Refusal {
    public NodeReserved(String message) {
      this("node", message);
    }

    public NodeReserved(String field, String message) {
      super(message, field);
    }
  }

  /** Somebody else changed the thing since whoever asks has read it. */
  public static final class Stale extends Refusal {
    private final int version;

    /**
     * @param version its present one
     */
    public Stale(String message, int version) {
      super(message, null);
      this.version = version;
    }

    public int version() {
      return version;
    }
  }

  /** An idempotency key came again with another request. */
  public static final class KeyReused extends Refusal {
    public KeyReused(String key) {
      super(
          "Idempotency-Key %s was used before with another request; use a new key".formatted(key),
          "Idempotency-Key");
    }
  }

  /** A system behind Direttore answered with an error. */
  public static final class Upstream extends Refusal {
    private final String system;

    /**
     * @param system its name, such as {@code Proxmox}
     */
    public Upstream(String system, String message, @Nullable Throwable cause) {
      super(message, null, cause);
      this.system = system;
    }

    public String system() {
      return system;
    }
  }

  /** A system behind Direttore does not answer; trying again later may help. */
  public static final class Unreachable extends Refusal {
    private final String system;

    /**
     * @param system its name, such as {@code Proxmox}
     */
    public Unreachable(String system, String message, @Nullable Throwable cause) {
      super(message, null, cause);
      this.system = system;
    }

    public String system() {
      return system;
    }
  }

  /**
   * Our database cannot do its part now: it cannot be reached, or takes no changes. Says nothing
   * about what was asked.
   */
  public static final class DatabaseAway extends Refusal {
    public DatabaseAway(String message, @Nullable Throwable cause) {
      super(message, null, cause);
    }
  }

  /** More is asked at once than there is room for; a little later there is. */
  public static final class Overloaded extends Refusal {
    public Overloaded(String message, @Nullable Throwable cause) {
      super(message, null, cause);
    }
  }

  /** Nobody is signed in, or what they signed in with is wrong or has ended. */
  public static final class NotSignedIn extends Refusal {
    private final boolean tried;

    private NotSignedIn(String message, boolean tried) {
      super(message, null);
      this.tried = tried;
    }

    /** The request came with nothing to know somebody by. */
    public static NotSignedIn first() {
      return new NotSignedIn("sign in, or send an API token as Authorization: Bearer", false);
    }

    /**
     * What the request came with does not hold.
     *
     * @param message in words that tell nobody which part of it was right
     */
    public static NotSignedIn wrong(String message) {
      return new NotSignedIn(message, true);
    }

    /** Whether somebody tried. */
    public boolean tried() {
      return tried;
    }
  }

  /** Who asks lacks a right, or asks in a way that no right allows. */
  public static final class Forbidden extends Refusal {
    private final @Nullable Right right;

    /**
     * @param right the missing one, or null where none would help
     * @param sentence why, in words for who asked
     */
    public Forbidden(@Nullable Right right, String sentence) {
      super(sentence, null);
      this.right = right;
    }

    public @Nullable Right right() {
      return right;
    }
  }

  /** Too many tries in too short a time. */
  public static final class Throttled extends Refusal {
    private final Duration patience;

    /**
     * @param patience after which another try is worth it
     */
    public Throttled(String message, Duration patience) {
      super(message, null);
      this.patience = patience;
    }

    public Duration patience() {
      return patience;
    }
  }
}
