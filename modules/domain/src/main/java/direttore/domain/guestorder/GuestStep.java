package direttore.domain.guestorder;

import direttore.domain.guest.PowerAction;
import direttore.domain.operation.StepKind;
import java.util.Locale;

/** One effect on a guest. */
public enum GuestStep implements StepKind {
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

  static GuestStep of(PowerAction action) {
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

  /** The kind of that word. */
  public static GuestStep of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
