package direttore.app.postgres;

import direttore.app.start.StartRefusal.Broken;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts a server that ended by itself again, and says when that is of no use. */
final class ServerWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ServerWatch.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  // What a killed server leaves behind ends in seconds; recovery from its log may take longer.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_DEATHS = 5;
  private static final Duration COUNTED = Duration.ofMinutes(10);
  private final BooleanSupplier runs;
  private final BooleanSupplier start;
  private final Consumer<Broken> lost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private int deaths;
  private long firstDeath;

  private ServerWatch(BooleanSupplier runs, BooleanSupplier start, Consumer<Broken> lost) {
    this.runs = runs;
    this.start = start;
    this.lost = lost;
  }

  /**
   * Begins to watch.
   *
   * @param start tries to start it once; whether it runs then
   * @param lost told once, when it cannot be started or ends too often
   */
  static ServerWatch over(BooleanSupplier runs, BooleanSupplier start, Consumer<Broken> lost) {
    var watch = new ServerWatch(runs, start, lost);
    Thread.ofVirtual().name("postgres-watch").start(watch::run);
    return watch;
  }

  private void run() {
    try {
      while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!runs.getAsBoolean() && !revive()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean revive() throws InterruptedException {
    var now = System.nanoTime();
    if (deaths == 0 || now - firstDeath > COUNTED.toNanos()) {
      deaths = 0;
      firstDeath = now;
    }
    if (closed.getCount() == 0) {
      return false;
    }
    if (++deaths > MOST_DEATHS) {
      lost.accept(new Broken("Direttore ends: its PostgreSQL ends again and again.", null));
      return false;
    }
    LOG.log(Level.ERROR, "PostgreSQL has ended by itself; it is started again");
    while (System.nanoTime() - now < PATIENCE.toNanos()) {
      if (start.getAsBoolean()) {
        LOG.log(Level.INFO, "PostgreSQL runs again");
        return true;
      }
      if (closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    lost.accept(
        new Broken("Direttore ends: its PostgreSQL has ended and does not start again.", null));
    return false;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
