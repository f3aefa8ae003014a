package direttore.api;

import direttore.api.guard.Guard;
import direttore.api.http.AuthorizationFilter;
import direttore.api.http.Problems;
import direttore.api.http.RequestFilter;
import direttore.api.http.RouteTable;
import direttore.api.ui.UiRoutes;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.util.stream.Stream;

/** The HTTP API: the routes of the features, what stands before them, and the UI beside them. */
public final class Api {
  private final ApiParts parts;
  private final UiRoutes ui = new UiRoutes();
  private final RouteTable table;

  public Api(ApiParts parts) {
    this.parts = parts;
    this.table =
        new RouteTable(Stream.concat(parts.routes().stream(), ui.routes().stream()).toList());
  }

  /** All routes, for the test that holds them against the contract. */
  public RouteTable table() {
    return table;
  }

  /** Adds the routes, the filter before them and the answers to their failures. */
  public void routing(HttpRouting.Builder routing) {
    Problems.install(routing);
    routing.addFilter(
        new RequestFilter(
            parts.access(),
            parts.protection().proxies(),
            parts.protection().throttle(),
            parts.authenticator(),
            parts.requestIds()));
    table.install(
        routing, new AuthorizationFilter(parts.authenticator(), parts.audit(), parts.clock()));
    ui.installPages(routing);
  }

  /** A server of the API alone, not started. */
  public WebServerConfig.Builder server(String host, int port) {
    var server =
        WebServer.builder()
            .host(host)
            .port(port)
            .shutdownHook(false)
            .directHandlers(Problems.beforeRouting(parts.requestIds()))
            .routing(this::routing);
    Guard.install(server, parts.protection().limits(), parts.connections());
    return server;
  }
}
