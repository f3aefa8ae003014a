package direttore.api;

import direttore.api.access.AccessRoutes;
import direttore.api.allowance.AllowanceRoutes;
import direttore.api.cluster.ClusterRoutes;
import direttore.api.cluster.PlacementRoutes;
import direttore.api.docs.DocsRoutes;
import direttore.api.event.EventRoutes;
import direttore.api.guard.Connections;
import direttore.api.guard.Guard;
import direttore.api.guest.GuestOrderRoutes;
import direttore.api.guest.GuestRoutes;
import direttore.api.guest.SnapshotRoutes;
import direttore.api.guest.VmidRoutes;
import direttore.api.health.HealthRoutes;
import direttore.api.http.Answer;
import direttore.api.http.AuthorizationFilter;
import direttore.api.http.Problems;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.RequestFilter;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.RouteTable;
import direttore.api.operation.OperationNews;
import direttore.api.operation.OperationRoutes;
import direttore.api.operation.Orders;
import direttore.api.operation.RetryRoutes;
import direttore.api.quota.QuotaRoutes;
import direttore.api.task.TaskRoutes;
import direttore.api.ui.UiRoutes;
import direttore.domain.provision.Candidates;
import direttore.domain.provision.TemplateCatalog;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;
import java.util.stream.Stream;

/** The HTTP API over the ports that it is given. */
public final class Api implements AutoCloseable {
  private final ApiParts parts;
  private final OperationNews news;
  private final Connections connections;
  private final EventRoutes events;
  private final UiRoutes ui = new UiRoutes();
  private final RouteTable table;
  private final AccessRoutes access;

  public Api(ApiParts parts) {
    this.parts = parts;
    this.news = new OperationNews(parts.operations(), parts.events());
    this.connections = new Connections(parts.protection().limits(), parts.protection().proxies());
    this.events = new EventRoutes(parts.events(), parts.cluster(), connections);
    this.access = new AccessRoutes(parts.identity(), parts.cluster(), parts.clock());
    this.table = new RouteTable(routes());
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
            access.authenticator(),
            parts.requestIds()));
    table.install(
        routing,
        new AuthorizationFilter(access.authenticator(), parts.identity().audit(), parts.clock()));
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
    Guard.install(server, parts.protection().limits(), connections);
    return server;
  }

  private List<Route> routes() {
    var snapshots = new ReadingAnswers(parts.clock());
    var cluster = parts.cluster();
    var orders = new Orders(parts.idempotencyKeys(), news);
    return Stream.of(
            new ClusterRoutes(cluster, snapshots).routes(),
            new GuestRoutes(cluster, snapshots).routes(),
            new PlacementRoutes(
                    parts.rooms(),
                    new TemplateCatalog(cluster),
                    new Candidates(cluster, parts.provisioning(), parts.rooms()),
                    snapshots)
                .routes(),
            new VmidRoutes(parts.provisioning()).routes(),
            new GuestOrderRoutes(cluster, parts.provisioning(), parts.guestOrders(), orders)
                .routes(),
            new SnapshotRoutes(cluster, parts.guestOrders(), orders).routes(),
            new RetryRoutes(parts.retries(), orders).routes(),
            new OperationRoutes(parts.operations(), cluster, parts.identity().access()).routes(),
            new TaskRoutes(cluster).routes(),
            access.routes(),
            new QuotaRoutes(parts.identity().quotas()).routes(),
            new AllowanceRoutes(parts.identity().allowances(), parts.identity().people()).routes(),
            events.routes(),
            new HealthRoutes(parts.readiness()).routes(),
            new DocsRoutes().routes(),
            ui.routes(),
            List.of(
                Route.get(
                    "/api/about",
                    RequiredRight.NONE,
                    (req, res) -> Answer.json(req, res, parts.about()))))
        .flatMap(List::stream)
        .toList();
  }

  /** Ends the event streams and stops listening; to be called before the server is stopped. */
  @Override
  public void close() {
    events.close();
    news.close();
  }
}
