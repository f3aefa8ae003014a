package direttore.simulator.pve.guest;

/**
 * How a guest runs.
 *
 * @param pid its process, 0 while it is stopped
 * @param since seconds since 1970 at which it was started
 */
public record Run(boolean paused, int pid, long since) {

  /** Not at all. */
  public static final Run STOPPED = new Run(false, 0, 0);

  /** Freshly started. */
  public static Run started(int pid, long now) {
    return new Run(false, pid, now);
  }

  /** Does it run, be it paused? */
  public boolean running() {
    return pid > 0;
  }

  /** The same, paused or not. */
  public Run pausing(boolean pause) {
    return new Run(pause, pid, since);
  }
}
