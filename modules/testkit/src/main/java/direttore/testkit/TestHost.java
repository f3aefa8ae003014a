package direttore.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A host that speaks HTTPS by hand, so that every misbehaviour of a real one can be had. */
public final class TestHost implements AutoCloseable {
  public static final TestCertificate CERTIFICATE = TestCertificate.forHost("localhost");

  /** What the host was asked. */
  public record Asked(String verb, String target, Map<String, String> headers, String body) {}

  /** What the host does with a connection after one request. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers; false ends the connection. */
    boolean answer(Asked asked, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Behaviour behaviour = json("null");

  private TestHost(ServerSocket server) {
    this.server = server;
  }

  /** A host called localhost, on a free port. */
  public static TestHost start() {
    return start(CERTIFICATE);
  }

  /** A host with the given certificate, on a free port. */
  public static TestHost start(TestCertificate certificate) {
    try {
      var factory = certificate.serverContext().getServerSocketFactory();
      var host = new TestHost(factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(host::accept);
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on, each request is handled like this. */
  public TestHost does(Behaviour next) {
    behaviour = next;
    return this;
  }

  public List<Asked> asked() {
    return new ArrayList<>(asked);
  }

  public int connections() {
    return connections.get();
  }

  /** Closes all connections that are open, and listens on. */
  public void hangUp() {
    try {
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A success with the given data. */
  public static Behaviour json(String data) {
    return status(200, "OK", "{\"data\":%s}".formatted(data));
  }

  /** An answer as pveproxy gives it: after an error, the connection ends. */
  public static Behaviour status(int status, String reason, String body) {
    return (asked, socket) -> {
      write(socket, status, reason, body);
      return status < 400;
    };
  }

  /** Ends the connection without a word. */
  public static Behaviour drop() {
    return (asked, socket) -> false;
  }

  public static void write(Socket socket, int status, String reason, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    // pveproxy sends no length with an empty body, which only the end of the connection ends.
    var length = bytes.length == 0 ? "" : "Content-Length: %d\r\n".formatted(bytes.length);
    var close = status < 400 ? "" : "Connection: close\r\n";
    var head = "HTTP/1.1 %d %s\r\n%s%s\r\n".formatted(status, reason, length, close);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The host was stopped.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var next = read(in); next != null; next = read(in)) {
        asked.add(next);
        if (!behaviour.answer(next, socket)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static @Nullable Asked read(InputStream in) throws IOException {
    var request = line(in);
    if (request.isEmpty()) {
      return null;
    }
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var words = request.split(" ", -1);
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Asked(words[0], words[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
  }
}
