package direttore.domain.reservation.life;

/** What an operation of a part does. */
public enum Doing {
  MAKE,
  START,
  SNAPSHOT,
  /** Put it back to a snapshot. */
  RESTORE,
  /** Shut it down, or stop it. */
  HALT,
  DELETE;

  /** By the word for the kind of its order. */
  public static Doing of(String kind) {
    return switch (kind) {
      case "create-vm", "clone-vm", "create-lxc" -> MAKE;
      case "start" -> START;
      case "snapshot" -> SNAPSHOT;
      case "rollback" -> RESTORE;
      case "stop", "shutdown" -> HALT;
      case "delete" -> DELETE;
      default -> throw new IllegalArgumentException("no part of a reservation orders " + kind);
    };
  }
}
