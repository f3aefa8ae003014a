package direttore.api.guard;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/** A connection that is open, and for how long it is quiet. */
final class Open {
  private static final long BUSY = 0;

  private final InetSocketAddress peer;
  private final Closeable socket;
  private final BooleanSupplier closed;
  private final ConnectionTime time;
  private volatile long quietSince;

  /**
   * @param closed whether it has ended, whoever ended it
   */
  Open(InetSocketAddress peer, Closeable socket, BooleanSupplier closed, ConnectionTime time) {
    this.peer = peer;
    this.socket = socket;
    this.closed = closed;
    this.time = time;
    this.quietSince = time.now() | 1;
  }

  InetSocketAddress peer() {
    return peer;
  }

  /** Notes that it waits for the next request. */
  void waits() {
    quietSince = time.now() | 1;
  }

  /** Notes that a request has begun. */
  void works() {
    quietSince = BUSY;
  }

  /** Nanoseconds since it was of use; zero while it is. */
  long quiet() {
    var since = quietSince;
    return since == BUSY ? 0 : time.now() - since;
  }

  boolean isClosed() {
    return closed.getAsBoolean();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // What cannot be closed is broken already.
      return;
    }
  }
}
