package direttore.domain.group;

import direttore.domain.operation.Operation;
import java.util.Locale;

/** How far a member of a group is. */
public enum MemberState {
  /** Its turn has not come. */
  WAITING,
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** There is no operation of it, since its order was refused. */
  REFUSED;

  static MemberState of(Operation.State state) {
    return switch (state) {
      case QUEUED -> QUEUED;
      case RUNNING -> RUNNING;
      case SUCCEEDED -> SUCCEEDED;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** Whether it may still change. */
  public boolean active() {
    return this == WAITING || this == QUEUED || this == RUNNING;
  }

  /** The word in answers. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
