package direttore.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Many connections that ask for one path again and again. Sockets instead of an HTTP client, so
 * that on two cores the measured program and not the measuring one is the bottleneck.
 */
final class Load {
  private final int port;
  private final int connections;
  private final String headers;

  /**
   * @param headers lines that each request carries, each with its end
   */
  Load(int port, int connections, String headers) {
    this.port = port;
    this.connections = connections;
    this.headers = headers;
  }

  /**
   * What a run came to.
   *
   * @param perSecond answers a second over all connections
   */
  record Result(double perSecond, Figures latency) {}

  Result run(String path, Duration time) throws InterruptedException, ExecutionException {
    var end = System.nanoTime() + time.toNanos();
    var parts = new ArrayList<Future<long[]>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        parts.add(threads.submit(() -> ask(path, end)));
      }
    }
    var all = LongStream.empty();
    for (var part : parts) {
      all = LongStream.concat(all, LongStream.of(part.get()));
    }
    var latency = new Figures(all.toArray());
    return new Result(latency.count() / (time.toNanos() / 1e9), latency);
  }

  private long[] ask(String path, long end) throws IOException {
    var request =
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n"
            .formatted(path, port, headers)
            .getBytes(StandardCharsets.US_ASCII);
    var took = new ArrayList<Long>();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      while (System.nanoTime() < end) {
        var start = System.nanoTime();
        socket.getOutputStream().write(request);
        readAnswer(in);
        took.add(System.nanoTime() - start);
      }
    }
    return took.stream().mapToLong(Long::longValue).toArray();
  }

  private static void readAnswer(InputStream in) throws IOException {
    var head = head(in);
    if (!head.getFirst().contains(" 200 ")) {
      throw new IOException("expected 200, got " + head.getFirst());
    }
    var length =
        head.stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .filter(line -> line.startsWith("content-length:"))
            .mapToLong(line -> Long.parseLong(line.substring(15).trim()))
            .findFirst()
            .orElseThrow(() -> new IOException("an answer without Content-Length"));
    in.skipNBytes(length);
  }

  private static List<String> head(InputStream in) throws IOException {
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
}
