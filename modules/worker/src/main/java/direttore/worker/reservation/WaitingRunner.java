package direttore.worker.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.waiting.WaitingList;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;

/**
 * Offers what has come free to those who wait for it. Each worker has one; they do it one at a
 * time, and whoever is second finds nothing more to do.
 */
public final class WaitingRunner implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WaitingRunner.class.getName());

  /** How long it sleeps at the most, should nobody wake it. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final WaitingList list;
  private final Time time;
  private final Signal changed;
  private boolean failed;
  private volatile boolean closed;

  WaitingRunner(WaitingList list, Time time) {
    this.list = list;
    this.time = time;
    this.changed = time.signal();
  }

  public static WaitingRunner start(WaitingList list, Time time) {
    var runner = new WaitingRunner(list, time);
    Thread.ofVirtual().name("waiting-list").start(runner::run);
    return runner;
  }

  /** Something may have come free, or somebody waits who did not. */
  public void wake() {
    changed.raise();
  }

  private void run() {
    try {
      while (!closed) {
        var left = served();
        pause();
        var _ = changed.await(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What changes meanwhile is followed once. */
  private void pause() throws InterruptedException {
    if (!closed) {
      var _ = time.signal().await(PAUSE);
    }
  }

  /** Offers all that is free; answers how long nothing else is to do. */
  Duration served() {
    try {
      var served = list.serve(Set.of());
      while (served.more() && !closed) {
        served = list.serve(served.tried());
      }
      failed = false;
      return IDLE;
    } catch (Refusal e) {
      LOG.log(Level.DEBUG, "the waiting list cannot be read now", e);
    } catch (RuntimeException e) {
      if (!failed && !closed) {
        LOG.log(Level.WARNING, "what comes free is offered again and again", e);
      }
      failed = true;
    }
    return AGAIN;
  }

  @Override
  public void close() {
    closed = true;
    changed.raise();
  }
}
