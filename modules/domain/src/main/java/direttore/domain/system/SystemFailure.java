package direttore.domain.system;

import org.jspecify.annotations.Nullable;

/** Why another system did not do what it was asked, told apart by what to do about it. */
@SuppressWarnings("serial") // handled where it arises, never serialised
public class SystemFailure extends RuntimeException {
  private final String system;
  private final transient Kind kind;

  /**
   * @param system its name for people, such as {@code Proxmox}
   */
  public SystemFailure(String system, Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.system = system;
    this.kind = kind;
  }

  /** A kind of failure. */
  public sealed interface Kind {

    /** It says no, and will say so again. */
    record Refused() implements Kind {}

    /** The credentials lack a right. */
    record Forbidden() implements Kind {}

    /** The credentials were not accepted, so nothing was done; that may pass. */
    record NotSignedIn() implements Kind {}

    /** What was asked about is not there. */
    record Absent() implements Kind {}

    /** What was asked about is elsewhere by now; asking there helps. */
    record Elsewhere() implements Kind {}

    /** What was to be made is there already, or its name is taken. */
    record Exists() implements Kind {}

    /**
     * Something holds it for a while; trying again later helps.
     *
     * @param holder what does, such as {@code backup}
     */
    record Locked(String holder) implements Kind {}

    /** Its state does not allow it. */
    record WrongState() implements Kind {}

    /** The request reached nobody, so nothing was done; trying again later may help. */
    record Unreachable() implements Kind {}

    /** The request was sent but its answer was lost: look before repeating. */
    record AnswerLost() implements Kind {}

    /** Whether it may be gone soon without anybody doing anything. */
    default boolean passes() {
      return switch (this) {
        case Locked k -> true;
        case Unreachable k -> true;
        case NotSignedIn k -> true;
        case AnswerLost k -> true;
        case Absent k -> true;
        case Elsewhere k -> true;
        case Exists k -> false;
        case WrongState k -> false;
        case Refused k -> false;
        case Forbidden k -> false;
      };
    }
  }

  public String system() {
    return system;
  }

  public Kind kind() {
    return kind;
  }

  /** What it said. */
  public String said() {
    return String.valueOf(getMessage());
  }

  /** What it said, with what it said of single parameters. */
  public String explained() {
    return said();
  }
}
