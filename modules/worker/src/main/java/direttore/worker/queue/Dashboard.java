package direttore.worker.queue;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpServer;
import direttore.domain.access.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;
import org.jobrunr.dashboard.server.HttpExchangeHandler;
import org.jobrunr.dashboard.server.http.RedirectHttpHandler;

/**
 * JobRunr's dashboard for operators, on the loopback address only and behind our sign-in. JobRunr's
 * own web server would listen on all addresses, so its handlers run on one of ours.
 */
public final class Dashboard implements AutoCloseable {
  /** Open at once; each is a file that the API's connections lack. */
  private static final int MOST_CONNECTIONS = 64;

  /** For a request to come in whole. */
  private static final int REQUEST_SECONDS = 10;

  private final HttpServer server;
  private final List<HttpExchangeHandler> handlers;

  private Dashboard(HttpServer server, List<HttpExchangeHandler> handlers) {
    this.server = server;
    this.handlers = handlers;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param operators lets in who may steer the queue
   * @param names that it answers to beside the loopback ones, without port, in lower case
   * @param audit keeps what they do
   */
  public static Dashboard start(
      JobStore store,
      int port,
      Authenticator operators,
      Set<String> names,
      Audit audit,
      Clock clock) {
    var server = listen(port);
    var storage = store.storage();
    List<HttpExchangeHandler> handlers =
        List.of(
            new RedirectHttpHandler("/", "/dashboard"),
            new JobRunrStaticFileHandler(),
            new JobRunrApiHandler(storage, store.json(), false),
            new JobRunrSseHandler(storage, store.json()));
    for (var handler : handlers) {
      var context = server.createContext(handler.getContextPath(), handler);
      context.getFilters().add(new SameOrigin());
      context.getFilters().add(new AuditedWrites(audit, clock));
      context.setAuthenticator(new OwnNames(names, operators));
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new Dashboard(server, handlers);
  }

  private static HttpServer listen(int port) {
    // The server of the JDK has no other way to bound these, and reads them once.
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));
    System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException e) {
      throw new UncheckedIOException(
          "port %d is in use; set DASHBOARD_PORT to another".formatted(port), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    for (var handler : handlers) {
      try {
        handler.close();
      } catch (Exception e) {
        throw new IllegalStateException("could not close the dashboard", e);
      }
    }
  }
}
