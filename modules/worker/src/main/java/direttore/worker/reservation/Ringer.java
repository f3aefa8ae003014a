package direttore.worker.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.life.Bells;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Rings what is due for reservations at its time, one after the other, and has what comes of it
 * done beside. Each worker has one; what one rings, the others pass by.
 */
public final class Ringer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Ringer.class.getName());

  /** How long it sleeps at the most, should nobody wake it for what was booked meanwhile. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final Duration MANY_CHANGES = Duration.ofMillis(200);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Bells bells;
  private final LongConsumer rung;
  private final Executor beside;
  private final Time time;
  private final Signal changed;
  private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
  private final Set<Long> cracked = new HashSet<>();
  private final Set<Long> told = new HashSet<>();
  private final Runnable stop;
  private boolean failed;
  private volatile boolean closed;

  /** One whose clock somebody else looks at. */
  Ringer(Bells bells, LongConsumer rung, Executor beside, Time time) {
    this(bells, rung, beside, time, () -> {});
  }

  private Ringer(Bells bells, LongConsumer rung, Executor beside, Time time, Runnable stop) {
    this.bells = bells;
    this.rung = rung;
    this.beside = beside;
    this.time = time;
    this.changed = time.signal();
    this.stop = stop;
  }

  /**
   * Begins to ring.
   *
   * @param rung what is to be done for a reservation after something has rung; must not fail
   */
  public static Ringer start(Bells bells, LongConsumer rung, Time time) {
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reservation-", 0).factory());
    var ringer = new Ringer(bells, rung, threads, time, () -> stop(threads));
    Thread.ofVirtual().name("ringer").start(ringer::run);
    return ringer;
  }

  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      // What they use is closed next.
      var _ = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Something of a reservation changed: it may be due earlier than was known, and more may be to do
   * for it. Many changes are followed once.
   */
  public void hear(long id) {
    changed.raise();
    follow(id, MANY_CHANGES);
  }

  /** Rings all that is due; answers how long nothing else is. */
  Duration ringDue() {
    cracked.clear();
    var rung = rungNow();
    while (!rung.isEmpty() && !closed) {
      rung.forEach(id -> follow(id, Duration.ZERO));
      rung = rungNow();
    }
    return cracked.isEmpty() ? left() : AGAIN;
  }

  private Duration left() {
    return bells.next().filter(next -> next.compareTo(IDLE) < 0).orElse(IDLE);
  }

  /** What cannot be done for one reservation keeps no other from its time. */
  private List<Long> rungNow() {
    while (true) {
      try {
        return bells.ring(cracked);
      } catch (Bells.Cracked e) {
        if (!cracked.add(e.reservation())) {
          throw e;
        }
        LOG.log(told.add(e.reservation()) ? Level.WARNING : Level.DEBUG, e.getMessage(), e);
      }
    }
  }

  /** Once, however often it rings before its turn comes. */
  private void follow(long id, Duration later) {
    if (waiting.add(id)) {
      beside.execute(() -> {
        pause(later);
        waiting.remove(id);
        rung.accept(id);
      });
    }
  }

  private void pause(Duration most) {
    try {
      if (!most.isZero()) {
        var _ = time.signal().await(most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        changed.await(rungDue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration rungDue() {
    try {
      var left = ringDue();
      failed = false;
      return left;
    } catch (Refusal e) {
      LOG.log(Level.DEBUG, "what is due for reservations cannot be read now", e);
    } catch (RuntimeException e) {
      if (!failed && !closed) {
        LOG.log(Level.WARNING, "what is due for reservations is tried again and again", e);
      }
      failed = true;
    }
    return AGAIN;
  }

  @Override
  public void close() {
    closed = true;
    changed.raise();
    stop.run();
  }
}
