package direttore.worker.task;

import java.time.Duration;

/** How long to wait between two looks at the tasks: longer when they are many, or old. */
final class Pace {
  private static final Duration SLOWEST = Duration.ofSeconds(5);

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
    var one = youngest.toSeconds() < 3 ? 150 : 200;
    var pause = (tasks <= 1 ? one : tasks <= 10 ? 250 : tasks <= 100 ? 500 : 1000) * age(youngest);
    var backedOff = pause << Math.min(failures, 5);
    return Duration.ofMillis(Math.min(backedOff, SLOWEST.toMillis()));
  }

  private static long age(Duration youngest) {
    var seconds = youngest.toSeconds();
    return seconds < 15 ? 1 : seconds < 60 ? 2 : seconds < 600 ? 5 : 25;
  }
}
