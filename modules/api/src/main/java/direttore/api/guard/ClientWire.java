package direttore.api.guard;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a connection as they come. Its socket must give up reading after {@link #SLICE}, so
 * that a deadline is noticed at most that much late.
 */
final class ClientWire {
  /** How long one read of the socket may wait. */
  static final Duration SLICE = Duration.ofSeconds(3);

  private final HelidonSocket socket;

  ClientWire(HelidonSocket socket) {
    this.socket = socket;
  }

  /** The deadline that comes after some time has gone by from now. */
  static long deadline(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  /**
   * At least one byte, or null at the end of the connection.
   *
   * @throws Late when the deadline passes before
   * @throws ServerConnectionException when the connection broke
   */
  byte @Nullable [] read(long deadline) {
    while (true) {
      if (System.nanoTime() - deadline > 0) {
        throw new Late();
      }
      try {
        return socket.get();
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof SocketTimeoutException)) {
          throw new ServerConnectionException("the connection broke", e);
        }
      }
    }
  }

  /** Nothing came in time. */
  @SuppressWarnings("serial") // caught where it is thrown for
  static final class Late extends RuntimeException {
    private Late() {
      super("nothing came in time", null, false, false);
    }
  }
}
