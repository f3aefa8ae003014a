package direttore.worker.operation;

import direttore.domain.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for what passes by itself: ever longer, never in step with others, not forever.
 */
public final class Patience {
  private static final double FIRST_SECONDS = 1;
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final double GROWTH = 1.6;
  private final Duration most;
  private final Duration longest;
  private final Time time;
  private final RandomGenerator random;
  private @Nullable Long begun;
  private double seconds = FIRST_SECONDS;

  Patience(Duration most, Time time, RandomGenerator random) {
    this(most, LONGEST, time, random);
  }

  /**
   * @param longest how long one wait may become
   */
  Patience(Duration most, Duration longest, Time time, RandomGenerator random) {
    this.most = most;
    this.longest = longest;
    this.time = time;
    this.random = random;
  }

  Duration most() {
    return most;
  }

  /** How much of it is left. */
  Duration left() {
    return begun == null ? most : most.minusNanos(time.nanos() - begun);
  }

  /** How long to wait before the next try, empty when patience is at its end. */
  public Optional<Duration> next() {
    if (over()) {
      return Optional.empty();
    }
    var wait = seconds * random.nextDouble(0.5, 1.0);
    seconds = Math.min(seconds * GROWTH, (double) longest.toSeconds());
    return Optional.of(Duration.ofMillis((long) (wait * 1000)));
  }

  /** Whether it is at its end; it begins with the first question. */
  boolean over() {
    var now = time.nanos();
    var since = begun;
    if (since == null) {
      begun = now;
      return false;
    }
    return now - since >= most.toNanos();
  }

  /** Forgets the waiting so far, since what was waited for has come. */
  void restore() {
    begun = null;
    seconds = FIRST_SECONDS;
  }
}
