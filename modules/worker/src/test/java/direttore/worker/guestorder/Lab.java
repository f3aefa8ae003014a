package direttore.worker.guestorder;

import direttore.domain.access.Actor;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.testkit.InMemoryOperations;
import direttore.worker.operation.Engine;
import direttore.worker.operation.FakePresence;
import direttore.worker.operation.OperationSettings;
import direttore.worker.operation.RunSignals;
import direttore.worker.task.TaskTracker;
import direttore.worker.task.Trackers;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A small lab: operations, a Proxmox, and time that passes only while a run waits. */
final class Lab {
  static final NodeName NODE = new NodeName("pve1");
  static final int VMID = 105;
  static final SnapshotName SNAPSHOT = new SnapshotName("before");
  static final VmId TEMPLATE = new VmId(9000);
  static final Duration PATIENCE = Duration.ofMinutes(10);
  final SteppingTime time = new SteppingTime();
  final FakeProxmox proxmox = new FakeProxmox(time.elsewhere());
  final InMemoryOperations operations = new InMemoryOperations();
  final OperationSettings settings = new OperationSettings(PATIENCE, PATIENCE);
  final GuestFamily family;
  private final Engine engine;

  Lab() {
    this(new FakePresence(1));
  }

  Lab(FakePresence presence) {
    time.each(proxmox::tick);
    this.family = family(proxmox, Trackers.inline(proxmox, time));
    this.engine = new Engine(operations, family, settings, presence, time);
  }

  /** Orders about guests, carried out at that Proxmox. */
  GuestFamily family(Hypervisor hypervisor, TaskTracker tracker) {
    var range = new VmidRange(new VmId(100), new VmId(199));
    return new GuestFamily(
        new GuestContext(operations, operations, hypervisor, tracker, GuestSettings.of(range)));
  }

  /** Stores an operation. */
  Operation queue(GuestAction order, GuestKind kind, boolean vmidChosen) {
    return operations.put(
        Operation.queued(
            UUID.randomUUID(),
            new GuestOrder(
                ClusterName.MAIN,
                kind,
                NODE,
                vmidChosen
                    ? new VmidChoice.Chosen(new VmId(VMID))
                    : new VmidChoice.Given(new VmId(VMID)),
                order,
                Terms.USUAL),
            "anna",
            time.now()));
  }

  /** Stores an operation under terms. */
  Operation queue(GuestAction order, GuestKind kind, Terms terms) {
    var guest = new GuestRef(kind, NODE, new VmId(VMID));
    var submission =
        new Submission(
            new GuestOrder(
                ClusterName.MAIN, kind, NODE, new VmidChoice.Given(guest.vmid()), order, terms),
            GuestSecrets.NONE,
            new Submitter(Actor.stranger("anna"), null, List.of()));
    return operations.put(
        Operation.queued(UUID.randomUUID(), submission.order(), "anna", time.now())
            .submitted(submission));
  }

  Operation queue(GuestAction order, GuestKind kind) {
    return queue(order, kind, false);
  }

  /** Has a new worker carry the operation out, as far as it comes; answers the row. */
  Operation run(Operation operation) {
    return engine.run(operation);
  }

  /** What may reach a run. */
  RunSignals signals() {
    return engine.signals();
  }

  Operation run(Operation operation, RunSignals signals) {
    return engine.run(operation, signals);
  }

  /** Has the guest have a snapshot since long ago, from which it came. */
  void keep(SnapshotName name) {
    var guest = proxmox.the(new VmId(VMID));
    var created = time.now().minus(Duration.ofDays(1));
    guest.snapshots.put(name.value(), new Snapshot(name.value(), null, "", created, false, null));
    guest.parent = name.value();
  }

  /** Has something happen once, so much later. */
  void later(Duration when, Runnable what) {
    var due = time.now().plus(when);
    var done = new boolean[1];
    time.each(() -> {
      if (!done[0] && !time.now().isBefore(due)) {
        done[0] = true;
        what.run();
      }
    });
  }

  Step step(Operation operation, GuestStep kind) {
    return operation.steps().stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  static GuestAction vm(boolean start) {
    return new GuestAction.CreateVm(
        newVm(new VmSource.Blank(null, "local-lvm", DiskSize.ofGib(8)), start));
  }

  static GuestAction clone(boolean start) {
    return new GuestAction.CreateVm(
        newVm(new VmSource.Clone(TEMPLATE, true, NODE, "local-lvm", DiskSize.ofGib(32)), start));
  }

  private static NewVm newVm(VmSource source, boolean start) {
    return new NewVm(
        new GuestName("web"),
        1,
        512,
        source,
        List.of(),
        null,
        List.of(),
        "l26",
        "a note",
        List.of(),
        start);
  }

  static GuestAction container(boolean start) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("web"),
            1,
            512,
            0,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/x.tar.gz",
            List.of(new ContainerNic("eth0", "vmbr0", null, Addressing.NONE)),
            List.of(),
            true,
            false,
            "",
            List.of(),
            start));
  }

  static GuestAction snapshot() {
    return new GuestAction.TakeSnapshot(SNAPSHOT, "before the exam", false);
  }

  static GuestAction power(PowerAction action) {
    return new GuestAction.Power(action, 0, false);
  }
}
