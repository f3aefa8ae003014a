package direttore.domain.guest;

import java.util.Locale;

/** What may be asked of a guest that exists, other than its end. */
public enum PowerAction {
  START,
  /** Pulls the plug. */
  STOP,
  REBOOT,
  /** Asks the guest to end by itself. */
  SHUTDOWN,
  /** Lets a VM go on that was paused. */
  RESUME;

  /** The word in paths, here and in Proxmox. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
