package direttore.app.wiring;

import com.sun.management.UnixOperatingSystemMXBean;
import direttore.api.guard.RequestLimits;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;

/** How many files the system lets this process have open, each connection being one of them. */
final class OpenFiles {
  /** What the program needs beside the API's connections: its parts, database, Proxmox, logs. */
  private static final int OTHERS = 256;

  private static final int FEWEST = 16;
  private static final System.Logger LOG = System.getLogger(OpenFiles.class.getName());

  private OpenFiles() {}

  /** The limits as far as there are files for them; says so at the start when they are less. */
  static RequestLimits within(RequestLimits wanted) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? within(wanted, unix.getMaxFileDescriptorCount())
        : wanted;
  }

  static RequestLimits within(RequestLimits wanted, long most) {
    var room = Math.clamp(most - OTHERS, FEWEST, Integer.MAX_VALUE);
    if (room < wanted.connections()) {
      LOG.log(
          Level.WARNING,
          "The system lets this process open %d files only, so that the API takes %d connections at once, not %d (API_CONNECTIONS): raise the limit (ulimit -n, or LimitNOFILE= of systemd)."
              .formatted(most, room, wanted.connections()));
    }
    return wanted.within(room);
  }
}
