package direttore.store;

import direttore.domain.Refusal;
import direttore.store.WriteProbe.Away;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database is away, for all pools of the process: says so once when it goes and
 * once when it takes changes again, however many statements fail meanwhile.
 */
final class DatabaseWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  // One that comes and goes must not fill the log.
  private static final Duration BETWEEN_TRIES_SOON_AFTER = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofMinutes(1);
  private final WriteProbe probe;
  private final AtomicReference<@Nullable Away> away = new AtomicReference<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Runnable> returns = new CopyOnWriteArrayList<>();
  private volatile long backAt = System.nanoTime() - SOON.toNanos();

  DatabaseWatch(WriteProbe probe) {
    this.probe = probe;
  }

  /** Has something done each time before the database counts as back. */
  void beforeReturn(Runnable action) {
    returns.add(action);
  }

  /** What to throw for a failure: a refusal where the database is away or has no room for more. */
  Throwable foreseen(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return SqlFailure.away(failure)
        .<Throwable>map(why -> {
          went(new Away(why, !SqlFailure.unreachable(failure)));
          return new Refusal.DatabaseAway(why, failure);
        })
        .orElse(failure);
  }

  /** Refuses at once what would wait for a connection that cannot be made now. */
  void requireReachable() {
    var now = away.get();
    if (now != null && !now.reachable()) {
      throw new Refusal.DatabaseAway(now.why(), null);
    }
  }

  /** What is wrong with the database now, by a try to write; empty when nothing is. */
  Optional<String> trouble() {
    return Optional.ofNullable(away.get()).map(Away::why).or(probe::trouble);
  }

  private void went(Away how) {
    if (closed.getCount() > 0 && looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("database-watch").start(() -> look(how));
    }
  }

  private void look(Away how) {
    try {
      var now = how.reachable() ? Optional.of(how) : probe.fresh();
      if (now.isEmpty()) {
        // A single connection was lost.
        return;
      }
      away.set(now.get());
      LOG.log(Level.WARNING, "The database is away, what needs it waits: {0}", now.get().why());
      awaitReturn();
    } finally {
      looking.set(false);
    }
  }

  private void awaitReturn() {
    var since = System.nanoTime();
    var soon = since - backAt < SOON.toNanos();
    var pause = soon ? BETWEEN_TRIES_SOON_AFTER : BETWEEN_TRIES;
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        var still = probe.fresh();
        still.ifPresent(away::set);
        if (still.isEmpty()) {
          backAt = System.nanoTime();
          returns.forEach(Runnable::run);
          LOG.log(
              Level.INFO,
              "The database is back after {0} seconds",
              Duration.ofNanos(backAt - since).toSeconds());
          away.set(null);
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    probe.close();
  }
}
