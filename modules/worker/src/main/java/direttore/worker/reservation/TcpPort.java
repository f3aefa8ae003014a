package direttore.worker.reservation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether something listens at a TCP port. */
public final class TcpPort {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private TcpPort() {}

  /** Nothing is sent. */
  public static boolean answers(InetSocketAddress port) {
    try (var socket = new Socket()) {
      socket.connect(port, (int) PATIENCE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
