package direttore.simulator.pve;

import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.certificate.ServerCertificate;
import direttore.simulator.control.Control;
import direttore.simulator.journal.Journal;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.ApiService;
import direttore.simulator.pve.api.CallerHeaders;
import direttore.simulator.pve.api.Methods;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.appliance.ApplianceRoutes;
import direttore.simulator.pve.backup.BackupRoutes;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.capability.CapabilityRoutes;
import direttore.simulator.pve.cluster.ClusterRoutes;
import direttore.simulator.pve.console.ConsoleRoutes;
import direttore.simulator.pve.disk.DiskRoutes;
import direttore.simulator.pve.disk.MoveRoutes;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.firewall.FirewallRoutes;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.ha.HaRoutes;
import direttore.simulator.pve.history.HistoryRoutes;
import direttore.simulator.pve.http.Service;
import direttore.simulator.pve.job.JobRoutes;
import direttore.simulator.pve.job.Jobs;
import direttore.simulator.pve.lab.Hardware;
import direttore.simulator.pve.lab.Lab;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.lxc.LxcRoutes;
import direttore.simulator.pve.lxc.LxcRows;
import direttore.simulator.pve.migration.MigrationRoutes;
import direttore.simulator.pve.node.NetworkRoutes;
import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.node.NodeRoutes;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.qemu.CloudinitRoutes;
import direttore.simulator.pve.qemu.QemuRoutes;
import direttore.simulator.pve.qemu.QemuRows;
import direttore.simulator.pve.right.AccessRoutes;
import direttore.simulator.pve.right.Accounts;
import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.site.Ids;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.snapshot.SnapshotRoutes;
import direttore.simulator.pve.storage.ContentRoutes;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.FileRoutes;
import direttore.simulator.pve.storage.Space;
import direttore.simulator.pve.storage.StorageConfigRoutes;
import direttore.simulator.pve.storage.StorageRoutes;
import direttore.simulator.pve.storage.Storages;
import direttore.simulator.pve.storage.Volumes;
import direttore.simulator.pve.task.ClusterTasks;
import direttore.simulator.pve.task.TaskRoutes;
import direttore.simulator.pve.task.Tasks;
import direttore.simulator.traffic.Traffic;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cluster and its API: the composition root of the simulated Proxmox VE. */
final class Cluster implements AutoCloseable {
  private final PveFaults faults;
  private final Traffic traffic;
  private final Tasks tasks;
  private final Service service;

  private Cluster(PveFaults faults, Traffic traffic, Tasks tasks, Service service) {
    this.faults = faults;
    this.traffic = traffic;
    this.tasks = tasks;
    this.service = service;
  }

  /** The cluster kept in the data folder, or a new one. */
  static Cluster open(PveOptions options, ServerCertificate certificate) {
    var json = new ObjectMapper();
    var size = options.size();
    var journal = journal(options.dataFolder(), size);
    var faults = new PveFaults();
    var traffic = new Traffic();
    var site = site(options, journal, faults);
    if (site.disks().storages().all().isEmpty()) {
      Hardware.storages(size.nodes(), size.guests()).forEach(site.disks().storages()::put);
      new Lab(site).fill(size.guests(), size.seed());
    }
    var router = router(options, certificate, site, journal, faults);
    var methods = new Methods(router, site.access(), new Reach(site.nodes(), faults));
    var credentials = new CallerHeaders(site.access());
    var patience =
        new ApiService.Patience(options.timing().unauthorized(), options.timing().proxy());
    var api = new ApiService(methods, credentials, faults, traffic, patience, json);
    var own = new PveFaultOrders(faults);
    var control = new Control(options.clock(), traffic, faults.strikes(), own);
    var service = new PveControl(api, credentials, control);
    return new Cluster(faults, traffic, site.tasks(), service);
  }

  /** Clusters of another size or seed are kept apart. */
  private static Journal journal(@Nullable Path folder, PveOptions.Size size) {
    var file = "cluster-%d-%d-%d.jsonl".formatted(size.nodes(), size.guests(), size.seed());
    return folder == null ? Journal.none() : Journal.open(folder.resolve(file));
  }

  private static Site site(PveOptions options, Journal journal, PveFaults faults) {
    var clock = options.clock();
    var pace = new WorkPace(options.task());
    var booted = clock.now().getEpochSecond();
    var nodes = new Nodes(Hardware.nodes(options.size().nodes(), booted), Hardware.vnets(), faults);
    var locks = new FileLocks(clock);
    var volumes = new Volumes(journal);
    var disks = new Disks(new Storages(journal), volumes, new Space(volumes, faults), locks, pace);
    var tasks =
        new Tasks(
            clock, faults, journal, node -> nodes.get(node).ticks(clock.now().toEpochMilli()));
    var pools = new PoolTable(journal);
    var accounts = Accounts.load(journal, options.root().password(), options.root().tokenSecret());
    var access =
        new AccessControl(clock.reader(), pools, () -> UUID.randomUUID().toString(), accounts);
    return new Site(
        clock,
        nodes,
        new Guests(journal),
        new GuestLocks(locks),
        disks,
        tasks,
        new Ha(journal),
        new Jobs(journal),
        pools,
        access,
        new Ids(new SecureRandom()),
        pace,
        options.release());
  }

  private static Router router(
      PveOptions options,
      ServerCertificate certificate,
      Site site,
      Journal journal,
      PveFaults faults) {
    var router = new Router(ApiSchema.pve());
    var access = site.access();
    var disks = site.disks();
    var usage = new Usage(options.size().seed(), site.guests());
    var qemuRows = new QemuRows(site, usage);
    var lxcRows = new LxcRows(site, usage);
    var local = disks.storages().get("local");
    var names = site.nodes().all().stream().map(Node::name).toList();
    var nodeRoutes =
        new NodeRoutes(
            site.nodes(),
            usage,
            n -> disks.space().used(local, n.name()),
            access,
            site.clock(),
            certificate.fingerprint(),
            options.release());
    var manager = new HaManager(site.ha(), site.tasks(), site.pace());
    new AccessRoutes(access, journal).addTo(router, ApiSchema.pve());
    nodeRoutes.addTo(router);
    new NetworkRoutes(site.nodes(), access).addTo(router);
    new StorageRoutes(disks.storages(), disks.space(), access, faults).addTo(router);
    extras(certificate, site, usage, manager, router);
    new StorageConfigRoutes(disks.storages(), access).addTo(router);
    new ContentRoutes(disks, site.tasks(), access, site.pace(), site.clock()).addTo(router);
    new TaskRoutes(site.tasks(), access).addTo(router);
    new ClusterTasks(site.tasks(), names, access).addTo(router);
    new ClusterRoutes(site, nodeRoutes, qemuRows, lxcRows, usage, faults, options.timing().lag())
        .addTo(router);
    var backups = new Backups(journal);
    new BackupRoutes(site, backups).addTo(router);
    new QemuRoutes(site, qemuRows, manager, backups).addTo(router);
    new LxcRoutes(site, lxcRows, manager, backups).addTo(router);
    new FileRoutes(disks, site.tasks()).addTo(router);
    new CloudinitRoutes(site).addTo(router);
    for (var kind : Kind.values()) {
      new SnapshotRoutes(site, kind).addTo(router);
      new DiskRoutes(site, kind).addTo(router);
      new MoveRoutes(site, kind).addTo(router);
      new MigrationRoutes(site, kind).addTo(router);
      new FirewallRoutes(site.guests(), kind).addTo(router);
    }
    return router;
  }

  private static void extras(
      ServerCertificate certificate, Site site, Usage usage, HaManager manager, Router router) {
    new HaRoutes(site.ha(), manager, site.guests(), site.nodes()).addTo(router);
    new JobRoutes(site.jobs(), site.access(), site.clock().reader()).addTo(router);
    new HistoryRoutes(site, usage).addTo(router);
    new ApplianceRoutes(site).addTo(router);
    new ConsoleRoutes(site, certificate.pem()).addTo(router);
    CapabilityRoutes.addTo(router);
  }

  /** What goes wrong in it. */
  PveFaults faults() {
    return faults;
  }

  /** What clients asked. */
  Traffic traffic() {
    return traffic;
  }

  /** What answers its requests. */
  Service service() {
    return service;
  }

  @Override
  public void close() {
    tasks.close();
  }
}
