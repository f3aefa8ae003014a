package direttore.simulator.netbox.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.control.Control;
import direttore.simulator.control.FaultOrder;
import direttore.simulator.control.OwnFaults;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.traffic.Answered;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Listens on a port for HTTP and serves the API, with the faults that are switched on. */
public final class NetBoxServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Api api;
  private final NetBoxRelease release;
  private final Faults faults;
  private final Traffic traffic;
  private final Control control;

  private NetBoxServer(
      HttpServer server, Database database, NetBoxRelease release, Faults faults, Traffic traffic) {
    this.server = server;
    this.api = new Api(database, release);
    this.release = release;
    this.faults = faults;
    this.traffic = traffic;
    this.control = new Control(TaskClock.real(), traffic, faults, new NoOwnFaults());
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when the port is taken
   */
  public static NetBoxServer start(
      InetSocketAddress address,
      Database database,
      NetBoxRelease release,
      Faults faults,
      Traffic traffic)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var http = HttpServer.create(address, BACKLOG);
    var server = new NetBoxServer(http, database, release, faults, traffic);
    http.setExecutor(server.threads);
    http.createContext("/", server::serve);
    http.start();
    return server;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var start = Instant.now();
    try (exchange) {
      var request = request(exchange);
      var effects = faults.strike(request.method(), request.path());
      var answer = struck(effects);
      if (answer == null) {
        answer = answered(request);
        holdAfter(effects);
      }
      traffic.note(
          new Answered(
              start,
              request.method(),
              request.path(),
              request.header("authorization").isEmpty() ? "-" : "token",
              answer.status(),
              Duration.between(start, Instant.now())));
      if (answer.status() == 0 || effects.stream().anyMatch(Fault.DropAfter.class::isInstance)) {
        return;
      }
      send(exchange, request, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath(),
        Request.parameters(uri.getRawQuery()),
        Map.copyOf(headers),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  /** The answer that a fault gives instead of the API, or null. */
  private static @Nullable Answer struck(List<Fault.Effect> effects) throws InterruptedException {
    for (var effect : effects) {
      switch (effect) {
        case Fault.Delay delay -> Thread.sleep(delay.pause());
        case Fault.DropBefore drop -> {
          return Answer.empty(0);
        }
        case Fault.Status status -> {
          return status.bare()
              ? Answer.empty(status.status())
              : Answer.detail(status.status(), status.reason());
        }
        case Fault.Hold hold -> {
          if (!hold.afterEffect()) {
            hold.gate().pass();
          }
        }
        case Fault.DropAfter drop -> {}
      }
    }
    return null;
  }

  private static void holdAfter(List<Fault.Effect> effects) throws InterruptedException {
    for (var effect : effects) {
      if (effect instanceof Fault.Hold hold && hold.afterEffect()) {
        hold.gate().pass();
      }
    }
  }

  private Answer answered(Request request) {
    var id = UUID.randomUUID().toString();
    try {
      if (request.path().startsWith(Control.PATH)) {
        return controlled(request);
      }
      var answer = api.answer(request, id);
      if (answer.status() == 301) {
        return answer;
      }
      return answer
          .with("API-Version", release.series())
          .with("X-Request-ID", id)
          .with("Vary", "HX-Request, Accept, Cookie");
    } catch (RuntimeException e) {
      System.getLogger(NetBoxServer.class.getName())
          .log(System.Logger.Level.ERROR, request.path(), e);
      return Answer.detail(500, e.toString());
    }
  }

  private Answer controlled(Request request) {
    try {
      if (!api.authentication().caller(request).user().get("is_superuser").asBoolean()) {
        return Answer.detail(403, "only a superuser may use the switches");
      }
    } catch (Refusal e) {
      return Answer.json(e.status(), e.body());
    }
    var said =
        control.answer(
            request.method(), request.path(), request.body().getBytes(StandardCharsets.UTF_8));
    return new Answer(said.status(), "application/json", said.document(), Map.of());
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    if (!answer.type().isEmpty()) {
      headers.set("Content-Type", answer.type());
    }
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    var silent = request.method().equals("HEAD") || body.length == 0;
    if (request.method().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }

  /** NetBox has no faults beside those that strike calls. */
  private static final class NoOwnFaults implements OwnFaults {
    @Override
    public boolean carryOut(FaultOrder order) {
      return false;
    }

    @Override
    public void clear() {}
  }
}
