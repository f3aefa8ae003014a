package direttore.domain.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A signal in real time. */
final class SemaphoreSignal implements Signal {
  private final Semaphore raised = new Semaphore(0);

  @Override
  public void raise() {
    raised.release();
  }

  @Override
  public boolean await(Duration most) throws InterruptedException {
    if (!raised.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    raised.drainPermits();
    return true;
  }
}
