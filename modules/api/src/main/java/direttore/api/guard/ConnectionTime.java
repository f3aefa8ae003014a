package direttore.api.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How time passes for connections.
 *
 * @param slice how long one read of a socket may wait, so that a deadline is noticed at most that
 *     much late
 * @param nanos a count of nanoseconds that no change of the clock disturbs
 */
public record ConnectionTime(Duration slice, LongSupplier nanos) {
  /** That of the machine. */
  public static final ConnectionTime REAL =
      new ConnectionTime(Duration.ofSeconds(3), System::nanoTime);

  long now() {
    return nanos.getAsLong();
  }

  /** The deadline that comes after some time has gone by from now. */
  long deadline(Duration time) {
    return now() + time.toNanos();
  }

  boolean past(long deadline) {
    return now() - deadline > 0;
  }
}
