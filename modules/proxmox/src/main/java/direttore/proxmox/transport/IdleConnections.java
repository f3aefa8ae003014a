package direttore.proxmox.transport;

import io.helidon.webclient.api.TcpClientConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Connections to one host that wait for their next read, newest first. */
final class IdleConnections implements AutoCloseable {
  /** pveproxy closes idle connections after 5 s (AnyEvent.pm); what is older is not worth a try. */
  private static final long FRESH = Duration.ofSeconds(4).toNanos();

  private static final int MOST = 16;

  private record Idle(TcpClientConnection connection, long since) {}

  private final Deque<Idle> waiting = new ArrayDeque<>();
  private boolean closed;

  /** The connection used last, or null when none is young enough. */
  synchronized @Nullable TcpClientConnection take() {
    var newest = waiting.pollFirst();
    if (newest == null) {
      return null;
    }
    if (System.nanoTime() - newest.since() < FRESH) {
      return newest.connection();
    }
    newest.connection().closeResource();
    drop();
    return null;
  }

  /** Whether the connection was taken in, to be used again. */
  synchronized boolean keep(TcpClientConnection connection) {
    if (closed || waiting.size() >= MOST) {
      return false;
    }
    waiting.addFirst(new Idle(connection, System.nanoTime()));
    return true;
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
