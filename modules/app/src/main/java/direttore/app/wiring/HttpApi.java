package direttore.app.wiring;

import direttore.api.Api;
import direttore.app.start.StartRefusal;
import direttore.app.start.StartRefusal.Broken;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The API on its port. Helidon's listener ends for ever when it fails to take a connection once, as
 * when no more files can be opened; then another takes its place.
 */
final class HttpApi implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 30;

  private final Runnable last;
  private final String host;
  private final IntFunction<WebServer> starting;
  private final Consumer<StartRefusal> giveUp;
  private final int port;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("listener-watch").factory());
  private volatile WebServer server;
  private int failures;

  /**
   * @param starting starts to listen on a port
   * @param last is done before the listener ends
   */
  HttpApi(
      IntFunction<WebServer> starting,
      Runnable last,
      String host,
      int port,
      Consumer<StartRefusal> giveUp) {
    this.starting = starting;
    this.last = last;
    this.host = host;
    this.giveUp = giveUp;
    this.server = starting.apply(port);
    this.port = server.port();
    var period = LOOK.toMillis();
    var _ = watch.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts to listen.
   *
   * @param last is done before the listener ends
   * @param giveUp ends the program, because nothing listens any more
   */
  static HttpApi start(
      Api api,
      Runnable last,
      String host,
      int port,
      Optional<Tls> tls,
      Consumer<StartRefusal> giveUp) {
    return new HttpApi(
        on -> {
          var builder = api.server(host, on);
          tls.ifPresent(builder::tls);
          return builder.build().start();
        },
        last,
        host,
        port,
        giveUp);
  }

  /** Where to reach it, without a path. */
  String address() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d".formatted(server.hasTls() ? "https" : "http", name, port);
  }

  private void look() {
    try {
      if (isFree()) {
        listenAgain();
      }
      failures = 0;
    } catch (IOException | RuntimeException e) {
      failures++;
      if (failures == 1) {
        LOG.log(
            Level.WARNING,
            "Cannot tell whether the API listens on port %d, and tries again each second: %s"
                .formatted(port, e));
      }
      if (failures == MOST_FAILURES) {
        giveUp.accept(
            new Broken(
                "The API cannot listen on port %d any more (%s): Direttore ends."
                    .formatted(port, e),
                e));
      }
    }
  }

  /** Whether nobody listens on the port, which only shows to who tries to. */
  boolean isFree() throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }

  private void listenAgain() {
    LOG.log(
        Level.ERROR,
        "The listener on port %d has ended, as it does when too many files are open: another one starts."
            .formatted(port));
    var ended = server;
    server = starting.apply(port);
    if (!server.isRunning()) {
      throw new IllegalStateException("the new listener did not start");
    }
    ended.stop();
  }

  @Override
  public void close() {
    watch.shutdownNow();
    last.run();
    server.stop();
  }
}
