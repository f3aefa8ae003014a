package direttore.worker.guestorder;

import direttore.domain.guest.Birth;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.GuestIdentity;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.task.Upid;
import direttore.domain.time.Time;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Proxmox of guests, with the manners that were measured on a real one. */
final class FakeProxmox extends FakeTasks {
  final Map<VmId, Guest> guests = new HashMap<>();
  final Set<VmId> volumes = new HashSet<>();
  boolean interruptLeavesGuest;
  boolean deadWorkerLeavesGuest;

  FakeProxmox(Time time) {
    super(time);
  }

  static final class Guest {
    GuestKind kind = GuestKind.QEMU;
    NodeName node = Lab.NODE;
    boolean running;
    boolean paused;
    String description = "";
    Birth birth = Birth.of(Map.of("meta", "ctime=1700000000"));
    @Nullable String lock;
    @Nullable String haState;
    int starts;
    int reboots;
    int configured;
    int rollbacks;
    final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    @Nullable String parent;
  }

  Guest add(int vmid, GuestKind kind, boolean running) {
    var guest = new Guest();
    guest.kind = kind;
    guest.running = running;
    guests.put(new VmId(vmid), guest);
    return guest;
  }

  /** The guest, which must be there. */
  Guest the(VmId vmid) {
    return Objects.requireNonNull(guests.get(vmid), () -> "no guest " + vmid);
  }

  private Guest reserve(VmId vmid, GuestKind kind, String lock) {
    if (guests.containsKey(vmid)) {
      throw new HypervisorFailure.Exists("unable to create VM %s".formatted(vmid));
    }
    var guest = add(vmid.value(), kind, false);
    guest.lock = lock;
    volumes.add(vmid);
    return guest;
  }

  /** What Proxmox does after a task that failed, unless its worker process died. */
  private void cleared(VmId vmid) {
    if (!deadWorkerLeavesGuest) {
      gone(vmid);
    }
  }

  private void gone(VmId vmid) {
    guests.remove(vmid);
    volumes.remove(vmid);
  }

  @Override
  public Upid createVm(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets, String note) {
    called("create");
    return create("qmcreate", GuestKind.QEMU, node, vmid, note);
  }

  @Override
  public Upid createContainer(
      NodeName node, VmId vmid, NewContainer ct, GuestSecrets secrets, String note) {
    called("create");
    return create("vzcreate", GuestKind.LXC, node, vmid, note);
  }

  private Upid create(String type, GuestKind kind, NodeName node, VmId vmid, String note) {
    var guest = reserve(vmid, kind, "create");
    guest.description = note;
    return task("create", type, node, vmid, () -> guest.lock = null, () -> cleared(vmid));
  }

  @Override
  public Upid cloneVm(NodeName node, VmId vmid, NewVm vm, VmSource.Clone source, String note) {
    called("clone");
    var template = guests.get(source.template());
    if (template != null && template.lock != null) {
      throw new HypervisorFailure.Locked(
          "VM is locked (%s)".formatted(template.lock), template.lock);
    }
    var guest = reserve(vmid, GuestKind.QEMU, "clone");
    taskLog =
        List.of(
            "create full clone of drive scsi0",
            "Logical volume \"vm-%s-disk-0\" created.".formatted(vmid));
    return task(
        "clone",
        "qmclone",
        source.sourceNode(),
        source.template(),
        () -> {
          guest.lock = null;
          guest.description = note;
        },
        () -> gone(vmid));
  }

  @Override
  public void configureClone(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets) {
    called("configure");
    guest(new GuestRef(GuestKind.QEMU, node, vmid)).configured++;
    answered("configure");
  }

  @Override
  public @Nullable Upid growDisk(NodeName node, VmId vmid, DiskSize size) {
    called("grow");
    return task("grow", "resize", node, vmid, () -> {}, () -> {});
  }

  @Override
  public Upid start(GuestRef guest) {
    called("start");
    var fake = guest(guest);
    if (fake.running && guest.kind() == GuestKind.LXC) {
      throw new HypervisorFailure.WrongState("CT %s already running".formatted(guest.vmid()));
    }
    if (fake.running) {
      end("start", "VM %s already running".formatted(guest.vmid()));
    }
    return power(
        "start",
        guest,
        () -> {
          fake.running = true;
          fake.starts++;
        });
  }

  @Override
  public Upid stop(GuestRef guest) {
    called("stop");
    var fake = guest(guest);
    if (!fake.running && guest.kind() == GuestKind.LXC) {
      throw new HypervisorFailure.WrongState("CT %s not running".formatted(guest.vmid()));
    }
    return power("stop", guest, () -> fake.running = false);
  }

  @Override
  public Upid reboot(GuestRef guest, int timeout) {
    called("reboot");
    var fake = guest(guest);
    return power("reboot", guest, () -> fake.reboots++);
  }

  @Override
  public Upid shutdown(GuestRef guest, int timeout, boolean forceStop) {
    called("shutdown");
    var fake = guest(guest);
    return power("shutdown", guest, () -> fake.running = false);
  }

  private Upid power(String word, GuestRef guest, Runnable effect) {
    var ha = guest(guest).haState != null && !word.equals("reboot");
    var type =
        ha
            ? word.equals("start") ? "hastart" : "hastop"
            : (guest.kind() == GuestKind.QEMU ? "qm" : "vz") + word;
    return task(word, type, guest.node(), guest.vmid(), effect, () -> {});
  }

  @Override
  public Upid resume(GuestRef guest) {
    called("resume");
    var fake = guest(guest);
    return task(
        "resume", "qmresume", guest.node(), guest.vmid(), () -> fake.paused = false, () -> {});
  }

  @Override
  public void leaveHa(GuestRef guest) {
    called("leave-ha");
    guest(guest).haState = null;
    answered("leave-ha");
  }

  @Override
  public Upid takeSnapshot(GuestRef guest, SnapshotName name, String description, boolean ram) {
    called("snapshot");
    var fake = guest(guest);
    if (fake.snapshots.containsKey(name.value())) {
      end("snapshot", "snapshot name '%s' already used".formatted(name));
    }
    var made =
        new Snapshot(
            name.value(),
            fake.parent,
            description,
            time.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS),
            ram,
            null);
    return ofSnapshot(
        "snapshot",
        guest,
        () -> {
          fake.snapshots.put(name.value(), made);
          fake.parent = name.value();
        });
  }

  @Override
  public Upid rollBack(GuestRef guest, SnapshotName name) {
    called("rollback");
    var fake = guest(guest);
    if (!fake.snapshots.containsKey(name.value())) {
      end("rollback", "snapshot '%s' does not exist".formatted(name));
    }
    return ofSnapshot(
        "rollback",
        guest,
        () -> {
          fake.running = false;
          fake.parent = name.value();
          fake.rollbacks++;
        });
  }

  @Override
  public Upid deleteSnapshot(GuestRef guest, SnapshotName name) {
    called("delsnapshot");
    var fake = guest(guest);
    if (!fake.snapshots.containsKey(name.value())) {
      end("delsnapshot", "snapshot '%s' does not exist".formatted(name));
    }
    return ofSnapshot("delsnapshot", guest, () -> fake.snapshots.remove(name.value()));
  }

  private Upid ofSnapshot(String word, GuestRef guest, Runnable effect) {
    var fake = guest(guest);
    var type = (guest.kind() == GuestKind.QEMU ? "qm" : "vz") + word;
    if (fake.lock != null) {
      end(word, "VM is locked (%s)".formatted(fake.lock));
      return task(word, type, guest.node(), guest.vmid(), effect, () -> {});
    }
    fake.lock = word;
    return task(
        word,
        type,
        guest.node(),
        guest.vmid(),
        () -> {
          fake.lock = null;
          effect.run();
        },
        () -> fake.lock = null);
  }

  @Override
  public Optional<SnapshotTree> snapshots(GuestRef guest) {
    called("snapshots");
    return find(guest).map(g -> new SnapshotTree(g.parent, List.copyOf(g.snapshots.values())));
  }

  @Override
  public Upid destroy(GuestRef guest) {
    called("destroy");
    var fake = guest(guest);
    if (fake.lock != null) {
      throw new HypervisorFailure.Locked("VM is locked (%s)".formatted(fake.lock), fake.lock);
    }
    if (fake.running) {
      throw new HypervisorFailure.WrongState("VM is running - destroy failed");
    }
    fake.lock = "destroy";
    return task(
        "destroy",
        guest.kind() == GuestKind.QEMU ? "qmdestroy" : "vzdestroy",
        guest.node(),
        guest.vmid(),
        () -> gone(guest.vmid()),
        () -> fake.lock = null);
  }

  private Guest guest(GuestRef ref) {
    return find(ref)
        .orElseThrow(() ->
            new HypervisorFailure.Absent(
                "Configuration file for %s does not exist".formatted(ref.vmid())));
  }

  /** The guest where it is asked for; one on another node has moved, as ids are unique. */
  private Optional<Guest> find(GuestRef ref) {
    var guest = Optional.ofNullable(guests.get(ref.vmid())).filter(g -> g.kind == ref.kind());
    guest
        .filter(g -> !g.node.equals(ref.node()))
        .ifPresent(g -> {
          throw new HypervisorFailure.Moved(new GuestRef(g.kind, g.node, ref.vmid()));
        });
    return guest;
  }

  @Override
  public Optional<GuestIdentity> identity(GuestRef guest) {
    called("identity");
    return find(guest).map(g -> new GuestIdentity(g.birth, g.lock));
  }

  @Override
  public Optional<GuestState> state(GuestRef guest) {
    called("state");
    return find(guest)
        .map(g -> new GuestState(g.running, g.paused, false, g.description, g.lock, g.haState));
  }

  @Override
  public boolean vmidFree(NodeName node, VmId vmid, Set<String> storages) {
    called("vmid-free");
    return !guests.containsKey(vmid) && !volumes.contains(vmid);
  }

  @Override
  public Set<String> storages(GuestRef guest) {
    return Set.of("local-lvm");
  }

  @Override
  public Set<VmId> vmids() {
    called("vmids");
    return Set.copyOf(guests.keySet());
  }

  @Override
  void interrupted(Task task) {
    if (interruptLeavesGuest) {
      guests.values().forEach(g -> g.lock = null);
    } else {
      task.undo.run();
    }
  }
}
