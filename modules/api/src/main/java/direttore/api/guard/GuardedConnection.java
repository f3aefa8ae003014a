package direttore.api.guard;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** Helidon's connection, which hears out its client after it has refused something. */
final class GuardedConnection implements ServerConnection, InterruptableTask<Void> {
  private final ServerConnection connection;
  private final Requests requests;
  private final Runnable ended;

  /**
   * @param ended is told that it is over
   */
  GuardedConnection(ServerConnection connection, Requests requests, Runnable ended) {
    this.connection = connection;
    this.requests = requests;
    this.ended = ended;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      connection.handle(limit);
    } finally {
      try {
        requests.drain();
      } finally {
        ended.run();
      }
    }
  }

  @Override
  public boolean canInterrupt() {
    return connection instanceof InterruptableTask<?> task && task.canInterrupt();
  }

  @Override
  public Duration idleTime() {
    return connection.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    connection.close(interrupt);
  }
}
