package direttore.proxmox.transport;

import direttore.proxmox.failure.ProxmoxFailure;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Says in the log once that no host answers any more, and once that one does again. */
final class OutageLog {
  private static final System.Logger LOG = System.getLogger(OutageLog.class.getName());

  /** A cluster that comes and goes does not fill the log. */
  private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

  private long told = System.nanoTime() - BETWEEN_WARNINGS;
  private boolean away;

  /** No host has answered. One that is slow with a single request is not away. */
  synchronized void failed(ProxmoxFailure why) {
    if (away || why.getCause() instanceof SocketTimeoutException) {
      return;
    }
    var now = System.nanoTime();
    if (now - told >= BETWEEN_WARNINGS) {
      told = now;
      away = true;
      LOG.log(Level.WARNING, "Proxmox is away, what needs it waits: {0}", why.getMessage());
    }
  }

  synchronized void answered() {
    if (away) {
      away = false;
      LOG.log(Level.INFO, "Proxmox answers again");
    }
  }
}
