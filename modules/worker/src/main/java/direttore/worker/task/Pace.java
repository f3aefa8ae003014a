package direttore.worker.task;

import java.time.Duration;

/** How long to wait between two looks at the tasks: longer when they are many, or old. */
final class Pace {
  private static final Duration SLOWEST = Duration.ofSeconds(5);

  /** An end is seen late by at most a twentieth of the time that the task took. */
  private static final int SHARE = 20;

  private Pace() {}

  /**
   * The pause.
   *
   * @param tasks how many are waited for, 1 or more
   * @param youngest for how long the latest of them has been waited for
   * @param failures how many looks failed in a row
   */
  static Duration between(int tasks, Duration youngest, int failures) {
    // Somebody looks at a single new task: a power action shall show its result at once.
    var least = tasks <= 1 ? 150 : tasks <= 10 ? 250 : tasks <= 100 ? 500 : 1000;
    var pause = Math.max(least, youngest.toMillis() / SHARE);
    var backedOff = Math.min(pause, SLOWEST.toMillis()) << Math.min(failures, 5);
    return Duration.ofMillis(Math.min(backedOff, SLOWEST.toMillis()));
  }

  /**
   * How long what was last read of one task is good enough: a tenth of the time for which it has
   * been waited for, within bounds.
   */
  static Duration again(Duration least, Duration most, Duration waited) {
    var share = waited.dividedBy(SHARE / 2);
    return share.compareTo(least) < 0 ? least : share.compareTo(most) > 0 ? most : share;
  }
}
