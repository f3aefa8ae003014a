package direttore.proxmox.cluster;

import direttore.domain.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the summary every two seconds while someone looks at it or listens, and every half minute
 * else.
 */
final class Refresher implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration WATCHED = Duration.ofSeconds(30);
  private static final int IDLE_BEATS = 15;
  private final Runnable refresh;
  private final BooleanSupplier listened;
  private final Clock clock;
  private volatile Instant asked = Instant.MIN;
  private volatile @Nullable Thread thread;

  /**
   * @param listened whether someone wants to hear of changes
   */
  Refresher(Runnable refresh, BooleanSupplier listened, Clock clock) {
    this.refresh = refresh;
    this.listened = listened;
    this.clock = clock;
  }

  /** Notes that someone looks. */
  void asked() {
    asked = clock.instant();
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofVirtual().name("proxmox-refresher").start(this::run);
    }
  }

  private void run() {
    try {
      for (int beat = 0; ; beat++) {
        if (beat % IDLE_BEATS == 0 || watched()) {
          refresh.run();
        }
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private boolean watched() {
    return listened.getAsBoolean() || SteadyClock.younger(asked, WATCHED, clock.instant());
  }

  @Override
  public synchronized void close() {
    var running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
