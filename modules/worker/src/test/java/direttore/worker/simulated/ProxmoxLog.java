package direttore.worker.simulated;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged by the client of Proxmox and by workers of warnings, while it is open. */
final class ProxmoxLog extends Handler implements AutoCloseable {
  private final Logger all = Logger.getLogger("direttore");
  private final List<String> told;
  private int traces;

  ProxmoxLog(List<String> told) {
    this.told = told;
    all.addHandler(this);
  }

  /** How many lines came with a stack trace. */
  synchronized int traces() {
    return traces;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (entry.getThrown() != null) {
      traces++;
    }
    if (entry.getLoggerName().startsWith("direttore.proxmox")
        || entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      told.add(entry.getLevel() + " " + entry.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    all.removeHandler(this);
  }
}
