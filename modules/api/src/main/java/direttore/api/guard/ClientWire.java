package direttore.api.guard;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a connection as they come. Its socket must give up reading after a {@link
 * ConnectionTime#slice}.
 */
final class ClientWire {
  private final HelidonSocket socket;
  private final ConnectionTime time;

  ClientWire(HelidonSocket socket, ConnectionTime time) {
    this.socket = socket;
    this.time = time;
  }

  /**
   * At least one byte, or null at the end of the connection.
   *
   * @throws Late when the deadline passes before
   * @throws ServerConnectionException when the connection broke
   */
  byte @Nullable [] read(long deadline) {
    while (true) {
      if (time.past(deadline)) {
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
