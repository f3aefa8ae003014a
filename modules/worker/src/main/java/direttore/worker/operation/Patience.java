package direttore.worker.operation;

import direttore.worker.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for what passes by itself: ever longer, never in step with others, not forever.
 */
final class Patience {
  private static final double FIRST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 15;
  private static final double GROWTH = 1.6;
  private final Duration most;
  private final Time time;
  private final RandomGenerator random;
  private @Nullable Instant deadline;
  private double seconds = FIRST_SECONDS;

  Patience(Duration most, Time time, RandomGenerator random) {
    this.most = most;
    this.time = time;
    this.random = random;
  }

  Duration most() {
    return most;
  }

  /** How long to wait before the next try, empty when patience is at its end. */
  Optional<Duration> next() {
    var now = time.now();
    var until = deadline;
    if (until == null) {
      until = now.plus(most);
      deadline = until;
    }
    if (!now.isBefore(until)) {
      return Optional.empty();
    }
    var wait = seconds * random.nextDouble(0.5, 1.0);
    seconds = Math.min(seconds * GROWTH, LONGEST_SECONDS);
    return Optional.of(Duration.ofMillis((long) (wait * 1000)));
  }

  /** Forgets the waiting so far, since what was waited for has come. */
  void restore() {
    deadline = null;
    seconds = FIRST_SECONDS;
  }
}
