package direttore.app;

import direttore.api.About;
import direttore.api.Api;
import direttore.api.ApiParts;
import direttore.api.Protection;
import direttore.api.health.ClusterHealth;
import direttore.api.health.Part;
import direttore.api.http.AccessRules;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.Rates;
import direttore.api.rate.Throttle;
import direttore.api.tls.LiveTls;
import direttore.api.tls.UnusableCertificate;
import direttore.app.data.DataFolder;
import direttore.app.settings.ProxmoxSettings;
import direttore.app.settings.Settings;
import direttore.app.settings.TlsSettings;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.SteadyClock;
import direttore.domain.access.SignIn;
import direttore.domain.cluster.Cluster;
import direttore.domain.event.Event;
import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Dispatch;
import direttore.domain.provision.Access;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.OwnerSweep;
import direttore.domain.provision.Provisioning;
import direttore.domain.provision.Retries;
import direttore.domain.provision.Rooms;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.hypervisor.ProxmoxHypervisor;
import direttore.store.Attendance;
import direttore.store.CoalescedTask;
import direttore.store.Database;
import direttore.store.PgRetention;
import direttore.store.event.EventTeller;
import direttore.store.event.PgEvents;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.store.worker.PgWorkers;
import direttore.worker.Worker;
import direttore.worker.WorkerParts;
import direttore.worker.WorkerSettings;
import direttore.worker.queue.Dashboard;
import direttore.worker.queue.JobRunrQueue;
import direttore.worker.queue.JobStore;
import io.helidon.common.tls.Tls;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The composition root: every object of the running system is made here, by hand, once. */
final class Direttore {
  private static final System.Logger LOG = System.getLogger(Direttore.class.getName());

  // Each kind of work has connections of its own and never waits for another kind's.
  private static final int CONNECTIONS = 8;
  private static final int ORDER_CONNECTIONS = 6;
  private static final int WORKER_CONNECTIONS = 4;
  private static final int JOB_CONNECTIONS = 4;
  private static final Duration BETWEEN_WAKES = Duration.ofMillis(5);

  private final ProcessRole role;
  private final Settings settings;
  private final Lifetime lifetime;
  private final Places places = new Places();
  private final Clock clock = Clock.systemUTC();
  private final DataFolder folder;

  private Direttore(ProcessRole role, Settings settings, Lifetime lifetime) {
    this.role = role;
    this.settings = settings;
    this.lifetime = lifetime;
    this.folder = DataFolder.open(settings.data().folder());
  }

  /** Starts what the role needs; all of it ends with {@code lifetime}. */
  static Places start(ProcessRole role, Settings settings, Lifetime lifetime) {
    Ports.requireFree(role, settings);
    var direttore = new Direttore(role, settings, lifetime);
    if (role == ProcessRole.SIMULATOR) {
      SimulatedCluster.start(direttore.folder, settings.simulator(), lifetime, direttore.places);
    } else {
      direttore.start();
    }
    return direttore.places;
  }

  /** The people of a database: that of a program which runs, or else one started for a moment. */
  static AccessParts accessParts(Settings settings, Lifetime lifetime) {
    var folder = DataFolder.open(settings.data().folder());
    var access = DatabaseServer.shared(settings.database(), folder, lifetime);
    var database = access.open(2, lifetime);
    return new AccessParts(database, settings.access(), Clock.systemUTC());
  }

  /** Seals all stored secrets with a new key; answers how many. Refuses while any process runs. */
  static long rotateKey(Settings settings, boolean lost, Lifetime lifetime) {
    var folder = DataFolder.open(settings.data().folder());
    // Its own PostgreSQL can be started only while no other process of Direttore has it.
    var access = DatabaseServer.access(ProcessRole.SERVE, settings.database(), folder, lifetime);
    var database = access.open(2, lifetime);
    return new SealingKey(settings.data().secretKey(), database).rotate(lost);
  }

  private void start() {
    var proxmox = proxmox();
    var cluster = lifetime.open(() -> new ProxmoxCluster(proxmox, clock));
    var database = database();
    lifetime.open(() -> Attendance.hold(database));
    var safe = new SealingKey(settings.data().secretKey(), database).open();
    lifetime.open(() -> EventTeller.start(database));
    // Jobs are hints: what is to be done stands in the operations, and a lost job is made again.
    var jobDatabase = lifetime.open(() -> database.besideForHints("jobs", JOB_CONNECTIONS));
    var workers = new PgWorkers(database);
    var jobs = lifetime.open(() -> JobStore.existing(jobDatabase.pool()));
    var waking =
        lifetime.open(() ->
            new CoalescedTask("wake-workers", workers::wake, BETWEEN_WAKES, Duration.ofHours(1)));
    var queue = new JobRunrQueue(jobs, waking::ask, clock);

    if (role.works()) {
      var work = lifetime.open(() -> database.beside("worker", WORKER_CONNECTIONS));
      var parts =
          new WorkerParts(
              jobs,
              queue,
              operations(work, safe),
              workers,
              new ProxmoxHypervisor(proxmox),
              workerSettings(),
              clock);
      lifetime.open(() -> Worker.start(parts));
    }
    if (role.answersHttp()) {
      var events = lifetime.open(() -> new PgEvents(database));
      var operations = operations(database, safe);
      serve(cluster, database, operations, events, dispatch(database, safe, queue, events), jobs);
    }
  }

  private Dispatch dispatch(Database database, Safe safe, JobRunrQueue queue, PgEvents events) {
    var operations =
        operations(lifetime.open(() -> database.beside("orders", ORDER_CONNECTIONS)), safe);
    if (role.works()) {
      return new Dispatch(operations, queue);
    }
    var log = lifetime.open(() -> new OrderLog(operations, events));
    return new Dispatch(operations, queue, log::accepted);
  }

  private PgOperations operations(Database database, Safe safe) {
    return new PgOperations(database, safe, clock, UUID::randomUUID);
  }

  private Proxmox proxmox() {
    var cluster = ProxmoxClient.cluster(role, settings, folder, lifetime, places);
    var proxmox = lifetime.open(() -> ProxmoxClient.open(cluster, clock));
    if (settings.proxmox() instanceof ProxmoxSettings.Real) {
      ProxmoxClient.introduce(proxmox, cluster, places);
    }
    lifetime.open(() -> RightsCheck.start(proxmox, "The " + cluster.credentials()));
    return proxmox;
  }

  private Database database() {
    return DatabaseServer.access(role, settings.database(), folder, lifetime)
        .open(CONNECTIONS, lifetime);
  }

  private void serve(
      ProxmoxCluster cluster,
      Database database,
      PgOperations operations,
      PgEvents events,
      Dispatch dispatch,
      JobStore jobs) {
    cluster.keepFresh();
    // First of all listeners, so that whoever hears of a change reads it.
    lifetime.open(() -> events.subscribe(event -> hear(event, cluster)));
    var people = new AccessParts(database, settings.access(), clock);
    people.oddities().forEach(odd -> LOG.log(Level.WARNING, odd));
    people.federation().ifPresent(f -> lifetime.open(() -> ProviderWatch.start(f)));
    var access = new Access(cluster, people.owners());
    lifetime.open(() -> Retaining.start(new PgRetention(database), settings.retention(), clock));
    lifetime.open(
        () -> OwnerSweeping.start(new OwnerSweep(cluster, people.holdings(), operations, clock)));
    var provisioning =
        new Provisioning(
            cluster,
            dispatch,
            settings.worker().vmids(),
            access,
            people.quotas(),
            people.allowances());
    var guestOrders = new GuestOrders(cluster, dispatch, settings.api().protectedVmids(), access);
    var health = new ClusterHealth(cluster);
    var parts =
        new ApiParts(
            cluster,
            operations,
            operations,
            provisioning,
            new Rooms(cluster, settings.api().overcommit()),
            guestOrders,
            new Retries(operations, cluster, provisioning, guestOrders, dispatch, access),
            events,
            new AccessRules(
                Set.copyOf(settings.api().hosts()), Set.copyOf(settings.api().corsOrigins())),
            people.identity(access),
            protection(),
            List.of(
                new Part("database", database::trouble),
                new Part("cluster", health::trouble, health::flaw)),
            new About(Version.current(), settings.isSimulated(), role.parts()),
            clock,
            () -> UUID.randomUUID().toString());
    var tls = settings.tls().map(this::tls);
    var http =
        lifetime.open(() ->
            HttpApi.start(
                new Api(parts), settings.api().host(), settings.api().port(), tls, lifetime::fail));
    warnOfEavesdroppers(tls.isPresent());
    places.add("Web UI", http.address(), "");
    places.add("API documentation", http.address() + "/docs", "");
    dashboard(jobs, people, http);
    people
        .firstLink()
        .ifPresent(link ->
            places.add(
                "Sign in as " + AccessParts.FIRST,
                http.address() + link,
                "once, within %d minutes".formatted(SignIn.FIRST_LINK.toMinutes())));
  }

  private Tls tls(TlsSettings files) {
    try {
      return lifetime
          .open(() -> LiveTls.open(files.certificates(), files.key(), clock, LiveTls.PERIOD))
          .forServer();
    } catch (UnusableCertificate e) {
      throw new WrongSetting(
          "DIRETTORE_TLS_CERT and DIRETTORE_TLS_KEY cannot be used: %s.".formatted(e.getMessage()));
    }
  }

  private void warnOfEavesdroppers(boolean tls) {
    var encrypted = tls || !settings.protection().proxies().equals(TrustedProxies.NONE);
    if (!encrypted && !settings.api().onLoopback()) {
      LOG.log(
          Level.WARNING,
          "passwords and sessions cross the network in the clear: set DIRETTORE_TLS_CERT and"
              + " DIRETTORE_TLS_KEY, or TRUSTED_PROXIES for a reverse proxy with TLS");
    }
  }

  private Protection protection() {
    var wanted = settings.protection();
    return new Protection(
        OpenFiles.within(wanted.limits()),
        new Throttle(new Rates(SteadyClock.from(clock)), wanted.orders(), wanted.refusals()),
        wanted.proxies());
  }

  private static void hear(Event event, Cluster cluster) {
    if (event.type().equals(Event.GUEST)) {
      cluster.changed(GuestRef.parse(event.subject()));
    }
  }

  private void dashboard(JobStore jobs, AccessParts people, HttpApi http) {
    var operators = people.operators(URI.create(http.address()));
    var names =
        settings.api().hosts().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    var dashboard =
        lifetime.open(() ->
            Dashboard.start(
                jobs, settings.dashboardPort(), operators, names, people.audit(), clock));
    places.add("JobRunr dashboard", "http://127.0.0.1:" + dashboard.port(), "for operators");
  }

  private WorkerSettings workerSettings() {
    var wanted = settings.worker();
    var usual = WorkerSettings.of(wanted.vmids());
    return new WorkerSettings(
        wanted.threads(),
        wanted.vmids(),
        wanted.clonesPerSource(),
        usual.clonesPerStorage(),
        usual.lockPatience(),
        usual.outagePatience(),
        usual.sweep(),
        usual.grace(),
        Duration.ofHours(settings.retention().jobHours()));
  }
}
