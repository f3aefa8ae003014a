package direttore.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** Sends what no decent client would. */
public final class RawExchange {
  private static final int PATIENCE_MS = 20_000;

  private RawExchange() {}

  /**
   * What the server answers to the lines and two line ends, until it closes the connection; asks it
   * to close after the first answer, where the lines do not say otherwise.
   */
  public static String send(int port, String... lines) {
    var head = String.join("\r\n", lines);
    var close = head.contains("Transfer-Encoding") ? "" : "\r\nConnection: close";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((head + close + "\r\n\r\n").getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Socket socket) throws IOException {
    var text = new StringBuilder();
    var buffer = new byte[8192];
    try {
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        text.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException e) {
      // Reset by a server that had not read all of the request: what it answered stands.
      return text.toString();
    }
    return text.toString();
  }
}
