package direttore.testkit;

import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Time that a test moves: who waits does so until it is moved far enough. */
public final class MovedTime implements Time {
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private long nanos;
  private Duration changed = Duration.ZERO;
  private int waiting;

  /** Lets time pass. */
  public synchronized void advance(Duration by) {
    nanos += by.toNanos();
    notifyAll();
  }

  /** Lets time pass as soon as so many wait: what began to wait later would wait for more. */
  public synchronized void advanceOnceAwaitedBy(int many, Duration by) throws InterruptedException {
    while (waiting < many) {
      wait();
    }
    advance(by);
  }

  /** Sets the clock to another time, in which none passes. */
  public synchronized void change(Duration by) {
    changed = changed.plus(by);
  }

  /** Lets time pass, a hundredth of a second at a time, until something has been done. */
  public <T> T passing(Supplier<T> work) {
    var over = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          while (!ended(over)) {
            advance(STEP);
          }
        });
    try {
      return work.get();
    } finally {
      over.countDown();
    }
  }

  private static boolean ended(CountDownLatch over) {
    try {
      return over.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** How much of it has passed since then. */
  public Duration since(long then) {
    return Duration.ofNanos(nanos() - then);
  }

  @Override
  public synchronized Instant now() {
    return BEGIN.plusNanos(nanos).plus(changed);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public Signal signal() {
    return new Raised();
  }

  private final class Raised implements Signal {
    private boolean raised;

    @Override
    public void raise() {
      synchronized (MovedTime.this) {
        raised = true;
        MovedTime.this.notifyAll();
      }
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
      synchronized (MovedTime.this) {
        var end = nanos + most.toNanos();
        waiting++;
        MovedTime.this.notifyAll();
        try {
          while (!raised && nanos - end < 0) {
            MovedTime.this.wait();
          }
        } finally {
          waiting--;
        }
        var was = raised;
        raised = false;
        return was;
      }
    }
  }
}
