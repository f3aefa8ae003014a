package direttore.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The machine's own time. */
final class RealClock implements TaskClock {
  private static final Clock UTC = Clock.systemUTC();

  @Override
  public Instant now() {
    return UTC.instant();
  }

  @Override
  public Clock reader() {
    return UTC;
  }

  @Override
  public void sleepUntil(Instant due) throws InterruptedException {
    var left = Duration.between(now(), due);
    while (left.isPositive()) {
      Thread.sleep(left);
      left = Duration.between(now(), due);
    }
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the caller loops, as the interface says
  public void await(Condition changed, Instant due) throws InterruptedException {
    var signalled =
        changed.await(Math.max(0, Duration.between(now(), due).toNanos()), TimeUnit.NANOSECONDS);
    assert signalled || !now().isBefore(due);
  }
}
