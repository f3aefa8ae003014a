package direttore.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Many connections that ask for one path again and again. */
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
    var took = new ArrayList<Long>();
    try (var connection = new RawConnection(port, headers)) {
      while (System.nanoTime() < end) {
        var answer = connection.ask("GET", path);
        if (answer.status() != 200) {
          throw new IOException("expected 200, got " + answer.status());
        }
        took.add(answer.nanos());
      }
    }
    return took.stream().mapToLong(Long::longValue).toArray();
  }
}
