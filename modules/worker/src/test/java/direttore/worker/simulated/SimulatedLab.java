package direttore.worker.simulated;

import direttore.domain.access.Actor;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.holding.Access;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OrderTurns;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.provision.GuestOrders;
import direttore.domain.time.Time;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.hypervisor.ProxmoxHypervisor;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.agenda.PgDutyBook;
import direttore.store.holding.PgHoldings;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.store.worker.PgWorkers;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import direttore.worker.Worker;
import direttore.worker.WorkerParts;
import direttore.worker.WorkerSettings;
import direttore.worker.agenda.Agenda;
import direttore.worker.guestorder.GuestFamily;
import direttore.worker.guestorder.GuestSettings;
import direttore.worker.queue.JobRunrQueue;
import direttore.worker.queue.JobStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A worker, a real database and a simulated cluster. */
final class SimulatedLab implements AutoCloseable {
  static final NodeName NODE = new NodeName("pve1");
  private static final Clock CLOCK = Clock.systemUTC();
  private static final VmidRange RANGE = new VmidRange(new VmId(1000), new VmId(1999));
  final PveSimulator simulator;
  final ProxmoxHypervisor hypervisor;
  final PgOperations operations;
  private final ProxmoxSession session;
  private final Proxmox proxmox;
  private final Database database = TestDatabase.migrated();
  private final JobStore jobs = JobStore.over(database.pool());
  private final Dispatch dispatch;
  private final GuestFamily guests;
  private final Worker worker;
  private final Agenda agenda;

  SimulatedLab() {
    this(PveOptions.forTests());
  }

  SimulatedLab(PveOptions options) {
    simulator = PveSimulator.start(options);
    session = session();
    proxmox = new Proxmox(session);
    hypervisor = new ProxmoxHypervisor(proxmox);
    operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var workers = new PgWorkers(database);
    var queue = new JobRunrQueue(jobs, workers::wake, CLOCK);
    dispatch = new Dispatch(operations, queue);
    guests =
        GuestFamily.start(
            operations, operations, hypervisor, GuestSettings.of(RANGE), Time.of(CLOCK));
    worker =
        Worker.start(
            new WorkerParts(
                jobs,
                queue,
                operations,
                workers,
                List.of(guests),
                new OrderTurns(),
                operation -> {},
                WorkerSettings.usual(),
                CLOCK));
    agenda = Agenda.start(new PgDutyBook(database), Time.of(CLOCK));
    agenda.add(worker.duty());
  }

  private ProxmoxSession session() {
    var token = simulator.apiToken().split("=", 2);
    var pin = new Trust.Pinned(Set.of(new Fingerprint(simulator.certificateFingerprint())));
    var timeouts =
        new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(40));
    var transport =
        new Transport(List.of(new Endpoint("127.0.0.1", simulator.port())), pin, timeouts, CLOCK);
    var credentials = new Credentials.ApiToken(token[0], token[1]);
    return new ProxmoxSession(transport, credentials, CLOCK);
  }

  /** Has somebody else begin to pause a VM. */
  void pause(GuestRef guest) {
    var path =
        ApiPath.of(
            "nodes", guest.node().value(), "qemu", guest.vmid().toString(), "status", "suspend");
    session.post(path, Parameters.none());
  }

  /** The cluster as the API sees it, by that clock. */
  ProxmoxCluster cluster(Clock clock) {
    return new ProxmoxCluster(proxmox, clock);
  }

  /** What takes orders for guests of that cluster. */
  GuestOrders orders(ProxmoxCluster cluster) {
    var access = new Access(cluster, new PgHoldings(database, CLOCK));
    return new GuestOrders(cluster, dispatch, Set.of(), access);
  }

  /** Gives a guest to a person who is there from now on. */
  void give(int vmid, Actor person) {
    database
        .client()
        .execute()
        .dml(
            """
            INSERT INTO person (id, name, display, created_at) VALUES ('%1$s', '%2$s', '%2$s', now());
            INSERT INTO holding (kind, key, person, since) VALUES ('guest', '%3$d', '%1$s', now())
            """
                .formatted(person.id(), person.name(), vmid));
  }

  /** Orders something that makes a guest whose VMID is chosen. */
  Operation make(GuestKind kind, GuestAction order) {
    return submit(kind, order, new VmidChoice.Free(RANGE, hypervisor.vmids()));
  }

  /** Orders something of a guest that exists. */
  Operation change(GuestKind kind, int vmid, GuestAction order) {
    return submit(kind, order, new VmidChoice.Given(new VmId(vmid)));
  }

  /** Orders something of the guest that was born so. */
  Operation change(GuestKind kind, int vmid, GuestAction order, Birth birth) {
    return submit(kind, order, new VmidChoice.Given(new VmId(vmid)), new Terms(true, birth));
  }

  private Operation submit(GuestKind kind, GuestAction order, VmidChoice vmid) {
    return submit(kind, order, vmid, Terms.USUAL);
  }

  private Operation submit(GuestKind kind, GuestAction order, VmidChoice vmid, Terms terms) {
    return dispatch.submit(
        new Submission(
            new GuestOrder(ClusterName.MAIN, kind, NODE, vmid, order, terms),
            new GuestSecrets("changeme", List.of()),
            new Submitter(Actor.stranger("anna"), null, List.of())));
  }

  @Override
  public void close() {
    agenda.close();
    worker.close();
    guests.close();
    jobs.close();
    database.close();
    proxmox.close();
    simulator.close();
  }
}
