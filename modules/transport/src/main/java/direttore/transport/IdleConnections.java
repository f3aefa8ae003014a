package direttore.transport;

import direttore.domain.time.Time;
import io.helidon.webclient.api.TcpClientConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Connections to one host that wait for their next exchange, newest first. */
final class IdleConnections implements AutoCloseable {
  /** pveproxy closes idle ones after 5 s (AnyEvent.pm); what is older is not worth a try. */
  static final Duration FRESH = Duration.ofSeconds(4);

  /** pveproxy closes each after 100 exchanges (pveproxy.pm); so it never does while we write. */
  private static final int LAST = 90;

  private static final int MOST = 32;

  private record Idle(TcpClientConnection connection, long since) {}

  private final Deque<Idle> waiting = new ArrayDeque<>();
  private final Time time;
  private boolean closed;

  IdleConnections(Time time) {
    this.time = time;
  }

  /**
   * The connection used last, or null when it was used longer ago than that, or the host has closed
   * it.
   */
  synchronized @Nullable TcpClientConnection take(Duration youngerThan) {
    var newest = waiting.peekFirst();
    if (newest == null || time.nanos() - newest.since() >= youngerThan.toNanos()) {
      return null;
    }
    waiting.removeFirst();
    if (newest.connection().isConnected()) {
      return newest.connection();
    }
    newest.connection().closeResource();
    return take(youngerThan);
  }

  /**
   * Whether the connection was taken in, to be used again.
   *
   * @param exchanges how many it has carried so far
   */
  synchronized boolean keep(TcpClientConnection connection, int exchanges) {
    dropOld();
    if (closed || exchanges >= LAST || waiting.size() >= MOST) {
      return false;
    }
    // From now on the end of it is noticed.
    connection.helidonSocket().idle();
    waiting.addFirst(new Idle(connection, time.nanos()));
    return true;
  }

  private void dropOld() {
    while (!waiting.isEmpty() && time.nanos() - waiting.getLast().since() >= FRESH.toNanos()) {
      waiting.removeLast().connection().closeResource();
    }
  }

  private void drop() {
    waiting.forEach(idle -> idle.connection().closeResource());
    waiting.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    drop();
  }
}
