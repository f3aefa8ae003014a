package direttore.api;

import direttore.api.access.AccessRoutes;
import direttore.api.access.Identity;
import direttore.api.allowance.AllowanceRoutes;
import direttore.api.calendar.CalendarRoutes;
import direttore.api.cluster.ClusterRoutes;
import direttore.api.cluster.PlacementRoutes;
import direttore.api.docs.DocsRoutes;
import direttore.api.event.EventRoutes;
import direttore.api.group.GroupRoutes;
import direttore.api.guard.ConnectionTime;
import direttore.api.guard.Connections;
import direttore.api.guard.RequestLimits;
import direttore.api.guest.GuestOrderRoutes;
import direttore.api.guest.GuestRoutes;
import direttore.api.guest.MemberOrders;
import direttore.api.guest.ReservedGuests;
import direttore.api.guest.SnapshotRoutes;
import direttore.api.guest.VmidRoutes;
import direttore.api.health.ClusterHealth;
import direttore.api.health.HealthRoutes;
import direttore.api.health.Part;
import direttore.api.http.AccessRules;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.Route;
import direttore.api.notice.NoticeRoutes;
import direttore.api.operation.OperationNews;
import direttore.api.operation.OperationRoutes;
import direttore.api.operation.Orders;
import direttore.api.operation.OverruledReservations;
import direttore.api.operation.RetryRoutes;
import direttore.api.policy.PolicyRoutes;
import direttore.api.pool.PoolRoutes;
import direttore.api.preference.PreferenceRoutes;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import direttore.api.quota.QuotaRoutes;
import direttore.api.reservation.ApprovalRoutes;
import direttore.api.reservation.AvailabilityRoutes;
import direttore.api.reservation.BlackoutRoutes;
import direttore.api.reservation.BookingDesk;
import direttore.api.reservation.HistoryRoutes;
import direttore.api.reservation.PartRoutes;
import direttore.api.reservation.ReservationActRoutes;
import direttore.api.reservation.ReservationRoutes;
import direttore.api.reservation.SeriesRoutes;
import direttore.api.reservation.WaitingRoutes;
import direttore.api.resource.Holders;
import direttore.api.resource.ResourceRoutes;
import direttore.api.task.TaskRoutes;
import direttore.api.webhook.WebhookRoutes;
import direttore.domain.access.IdentityProvider;
import direttore.domain.agenda.DutyState;
import direttore.domain.allocation.GivenPrefixes;
import direttore.domain.group.GroupReconciler;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Retries;
import direttore.domain.operation.RetryPlaces;
import direttore.domain.provision.Candidates;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.GuestRetries;
import direttore.domain.provision.Provisioning;
import direttore.domain.provision.ReservedNodes;
import direttore.domain.provision.ReservedPools;
import direttore.domain.provision.Rooms;
import direttore.domain.provision.TemplateCatalog;
import direttore.domain.webhook.AddressRule;
import direttore.testkit.InMemoryGroups;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real server on a free port over fakes, and a client that holds its answers to the contract. */
public final class TestApi implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(FakeOperations.NOW.plusSeconds(3), ZoneOffset.UTC);

  public final FakeCluster cluster = new FakeCluster();
  public final FakeEvents events = new FakeEvents();
  public final FakeOperations operations = new FakeOperations(events);

  public final InMemoryGroups groups = new InMemoryGroups(operations, FakeOperations.NOW);

  public final FakeReservations reservations = new FakeReservations();
  public final FakeSeriesEdits seriesEdits = new FakeSeriesEdits(reservations);
  public final FakeWaiting waiting = new FakeWaiting();

  public final FakeInventory inventory = new FakeInventory();
  public final FakeInventoryHolders inventoryHolders = new FakeInventoryHolders();

  public final FakeCalendar calendar = new FakeCalendar();

  public final FakeNotices notices = new FakeNotices();

  public final FakeWebhooks webhooks = new FakeWebhooks();

  /** What is wrong with the database. */
  public Supplier<Optional<String>> database = Optional::empty;

  /** How it goes with what is done periodically. */
  public List<DutyState> duties = List.of();

  /** What a worker does with an operation, on a thread of its own. */
  public Consumer<UUID> worker = id -> {};

  /** Who may come in, and what they do. */
  public final FakeAccess access = new FakeAccess(CLOCK);

  private final boolean required;
  private final AtomicInteger requests = new AtomicInteger();
  private final Connections connections;
  private final EventRoutes streams;
  private final OperationNews news;
  private final Api api;
  private final WebServer server;
  private final TestClient client;

  public TestApi() {
    this(new AccessRules(Set.of("lab.example"), Set.of("https://ui.example")));
  }

  public TestApi(AccessRules rules) {
    this(rules, Protections.usual());
  }

  /**
   * A server where people must sign in, or come from another that vouches for them; it believes the
   * proxies on this machine.
   */
  public static TestApi federated(IdentityProvider provider) {
    var proxies = new TrustedProxies(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
    return new TestApi(
        usualRules(),
        Protections.of(RequestLimits.USUAL, proxies, 100_000),
        ConnectionTime.REAL,
        builder -> {},
        true,
        provider);
  }

  /** A server where people must sign in. */
  public static TestApi guarded() {
    return guarded(TrustedProxies.NONE);
  }

  /** A server where people must sign in, with a protection of its own. */
  public static TestApi guarded(Protection protection) {
    return new TestApi(usualRules(), protection, ConnectionTime.REAL, builder -> {}, true, null);
  }

  /** A server where people must sign in, from where the proxies say. */
  public static TestApi guarded(TrustedProxies proxies) {
    return guarded(Protections.of(RequestLimits.USUAL, proxies, 100_000));
  }

  public TestApi(AccessRules rules, Protection protection) {
    this(rules, protection, ConnectionTime.REAL, builder -> {});
  }

  /** A server whose connections have a time of their own. */
  public TestApi(
      AccessRules rules,
      Protection protection,
      ConnectionTime time,
      Consumer<WebServerConfig.Builder> more) {
    this(rules, protection, time, more, false, null);
  }

  private TestApi(
      AccessRules rules,
      Protection protection,
      ConnectionTime time,
      Consumer<WebServerConfig.Builder> more,
      boolean required,
      @Nullable IdentityProvider provider) {
    this.required = required;
    this.access.provider = provider;
    this.access.holdings.active = operations::activeOn;
    connections = new Connections(protection.limits(), protection.proxies(), time);
    streams = new EventRoutes(events, cluster, connections);
    news = new OperationNews(operations, events);
    api = new Api(parts(rules, protection));
    var builder = api.server("127.0.0.1", 0);
    more.accept(builder);
    server = builder.build().start();
    client = new TestClient(server.port(), api.table());
  }

  private static AccessRules usualRules() {
    return new AccessRules(Set.of("lab.example"), Set.of("https://ui.example"));
  }

  private ApiParts parts(AccessRules rules, Protection protection) {
    var identity = access.identity(cluster, required);
    return new ApiParts(
        all(
            Stream.of(
                server(),
                guests(identity),
                people(identity),
                booking(identity),
                telling(),
                netbox())),
        rules,
        identity.authenticator(),
        identity.audit(),
        protection,
        connections,
        CLOCK,
        () -> "test-" + requests.incrementAndGet());
  }

  private List<Route> server() {
    var health = new ClusterHealth(cluster);
    var readiness =
        List.of(
            new Part("database", () -> database.get()),
            new Part("cluster", health::trouble, health::flaw));
    var about = new About("1.2.3", true, List.of("api", "worker"), ZoneId.of("Europe/Rome"));
    return all(
        Stream.of(
            streams.routes(),
            new HealthRoutes(readiness, () -> duties).routes(),
            new DocsRoutes().routes(),
            new AboutRoutes(about).routes()));
  }

  private List<Route> guests(Identity identity) {
    var dispatch = new Dispatch(operations, queue());
    var provisioning = provisioning(identity);
    var guestOrders = new GuestOrders(cluster, dispatch, Set.of(new VmId(299)), identity.access());
    var retries =
        new Retries(
            operations,
            List.of(
                new GuestRetries(
                    operations,
                    cluster,
                    provisioning,
                    guestOrders,
                    dispatch,
                    identity.access(),
                    RetryPlaces.NONE)));
    var rooms = new Rooms(cluster, new Overcommit(2, 1));
    var candidates = new Candidates(cluster, provisioning, rooms);
    var readings = new ReadingAnswers(CLOCK);
    var reconciler = new GroupReconciler(groups, dispatch, Set::of);
    var overruled = new OverruledReservations(reserved());
    var orders = new Orders(operations, news, overruled);
    return all(
        Stream.of(
            new ClusterRoutes(cluster, readings).routes(),
            new TaskRoutes(cluster).routes(),
            new GuestRoutes(cluster, readings).routes(),
            new PlacementRoutes(rooms, new TemplateCatalog(cluster), candidates, readings).routes(),
            new VmidRoutes(provisioning).routes(),
            new GuestOrderRoutes(cluster, provisioning, guestOrders, orders).routes(),
            new SnapshotRoutes(cluster, guestOrders, orders).routes(),
            new RetryRoutes(retries, orders).routes(),
            new GroupRoutes(
                    groups,
                    reconciler,
                    new MemberOrders(cluster, provisioning, guestOrders),
                    overruled)
                .routes(),
            new OperationRoutes(
                    operations,
                    cluster,
                    identity.access(),
                    operation ->
                        Optional.ofNullable(operation.membership())
                            .ifPresent(part -> reconciler.reconcile(part.group())))
                .routes()));
  }

  private List<Route> people(Identity identity) {
    return all(
        Stream.of(
            new AccessRoutes(identity, cluster, CLOCK).routes(),
            new QuotaRoutes(identity.quotas()).routes(),
            new CalendarRoutes(calendar, calendar, identity.people(), CLOCK).routes(),
            new AllowanceRoutes(identity.allowances(), identity.people()).routes()));
  }

  private Provisioning provisioning(Identity identity) {
    return new Provisioning(
        cluster,
        new Dispatch(operations, queue()),
        operations,
        new VmidRange(new VmId(1000), new VmId(1999)),
        identity.access(),
        identity.quotas(),
        identity.allowances(),
        reserved(),
        new ReservedPools(reservations.pools, CLOCK));
  }

  private ReservedNodes reserved() {
    return new ReservedNodes(reservations, CLOCK);
  }

  private List<Route> booking(Identity identity) {
    var zone = ZoneId.of("Europe/Rome");
    var lives = new FakeLives(reservations);
    var desk =
        new BookingDesk(
            reservations,
            ids -> Map.of(),
            reservations.marks,
            reservations.approvals,
            reservations.pools,
            new ReservedGuests(
                cluster, provisioning(identity), new GivenPrefixes(inventory, Optional.empty())),
            lives,
            identity.people(),
            cluster,
            identity.access(),
            zone,
            CLOCK);
    var holders =
        new Holders(reservations.resources, reservations.resources, now -> Map.of(), zone, CLOCK);
    var series = new SeriesRoutes(seriesEdits, desk);
    return all(
        Stream.of(
            new ReservationRoutes(reservations, desk, series, waiting).routes(),
            series.routes(),
            new ReservationActRoutes(reservations, desk).routes(),
            new ApprovalRoutes(reservations, reservations.approvals, desk).routes(),
            new PolicyRoutes(reservations.policies, identity.people()).routes(),
            new WaitingRoutes(waiting, desk).routes(),
            new BlackoutRoutes(reservations, new FakeBlackouts(reservations), desk).routes(),
            new PartRoutes(lives, id -> Map.of(), desk).routes(),
            new HistoryRoutes(reservations.history, desk).routes(),
            new AvailabilityRoutes(reservations, zone, CLOCK).routes(),
            new PoolRoutes(reservations.pools, cluster).routes(),
            new ResourceRoutes(
                    reservations.resources,
                    reservations.resources,
                    holders,
                    ClusterName.MAIN,
                    zone,
                    CLOCK)
                .routes()));
  }

  private List<Route> telling() {
    return all(
        Stream.of(
            new NoticeRoutes(notices, CLOCK).routes(),
            new WebhookRoutes(webhooks, new AddressRule(false), CLOCK).routes(),
            new PreferenceRoutes(notices, ZoneId.of("Europe/Rome"), Locale.UK, true).routes()));
  }

  private List<Route> netbox() {
    var orders = new Orders(operations, news, new OverruledReservations(reserved()));
    return new NetBoxRoutes(
            inventory,
            cluster,
            access.holdings,
            operations,
            new Dispatch(operations, queue()),
            news,
            orders,
            CLOCK,
            inventoryHolders)
        .routes();
  }

  private static List<Route> all(Stream<List<Route>> routes) {
    return routes.flatMap(List::stream).toList();
  }

  private JobQueue queue() {
    return new JobQueue() {
      @Override
      public void enqueue(UUID operation) {
        Thread.startVirtualThread(() -> worker.accept(operation));
      }

      @Override
      public boolean revive(UUID operation) {
        throw new UnsupportedOperationException("the API never revives");
      }
    };
  }

  public TestClient client() {
    return client;
  }

  public Api api() {
    return api;
  }

  public int port() {
    return server.port();
  }

  /** Ends the event streams, as the program does before it stops to listen. */
  public void endStreams() {
    streams.close();
  }

  @Override
  public void close() {
    client.close();
    endStreams();
    server.stop();
    news.close();
  }
}
