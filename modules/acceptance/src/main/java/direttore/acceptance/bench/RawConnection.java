package direttore.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One connection that is kept, without an HTTP client, so that on two cores the measured program
 * and not the measuring one is the bottleneck.
 */
final class RawConnection implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** The one answer without a length. */
  private static final int NO_CONTENT = 204;

  private final Socket socket;
  private final InputStream in;
  private final int port;
  private final String headers;

  /**
   * Connects.
   *
   * @param headers lines that each request carries, each with its end
   */
  RawConnection(int port, String headers) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    this.port = port;
    this.headers = headers;
  }

  /** What came back, and how long it took until its last byte was here. */
  record Answer(int status, String body, long nanos) {}

  /** Asks with an empty body, and reads the answer. */
  Answer ask(String method, String path) throws IOException {
    return ask(method, path, "");
  }

  /** Asks with a body in ASCII, and reads the answer. */
  Answer ask(String method, String path, String given) throws IOException {
    var request =
        "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(method, path, port, given.length(), headers, given)
            .getBytes(StandardCharsets.US_ASCII);
    var start = System.nanoTime();
    socket.getOutputStream().write(request);
    var head = head();
    var status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    var body = in.readNBytes(status == NO_CONTENT ? 0 : length(head));
    var nanos = System.nanoTime() - start;
    return new Answer(status, new String(body, StandardCharsets.UTF_8), nanos);
  }

  private static int length(List<String> head) throws IOException {
    return head.stream()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
        .findFirst()
        .orElseThrow(() -> new IOException("an answer without Content-Length"));
  }

  private List<String> head() throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        if (line.isEmpty()) {
          return lines;
        }
        lines.add(line.toString());
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    throw new IOException("the connection ended");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
