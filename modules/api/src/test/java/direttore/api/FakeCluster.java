package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.ClusterState;
import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Reading;
import direttore.domain.cluster.Template;
import direttore.domain.cluster.Timeframe;
import direttore.domain.event.Event;
import direttore.domain.event.Events;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Removal;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.Snapshots;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.node.StorageName;
import direttore.domain.task.TaskLog;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small lab in memory: {@code pve1} and {@code pve2} online, {@code pve3} not; VM 100 runs, VM
 * 101 does not, VM 900 is a template with one core and 1024 MiB, container 200 runs.
 */
public final class FakeCluster implements Cluster {
  public static final NodeName PVE1 = new NodeName("pve1");
  private static final long GIB = 1L << 30;
  private static final List<HistoryPoint> HISTORY =
      List.of(
          new HistoryPoint(FakeOperations.NOW, null, null, null, null, null, null, null),
          new HistoryPoint(
              FakeOperations.NOW.plusSeconds(60), 0.25, GIB, 2 * GIB, 1.5, 2.5, null, null));

  public Instant at = FakeOperations.NOW;
  public @Nullable String trouble;
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  /** Why guests can have no snapshots. */
  public @Nullable String obstacle;

  /** What is being done to their one snapshot. */
  public @Nullable String unfinished;

  public @Nullable RuntimeException failure;

  /** Storages that do not say what they hold. */
  public final Set<String> mute = new HashSet<>();

  /** Privileges that the account at Proxmox lacks. */
  public final Set<String> lacking = new HashSet<>();

  public final List<Node> nodes = new ArrayList<>();
  public final List<Guest> guests = new ArrayList<>();
  public final Map<GuestRef, GuestDetail> details = new HashMap<>();
  public final Map<Upid, TaskReport> tasks = new HashMap<>();
  public final Map<Upid, List<String>> logs = new HashMap<>();
  private List<Node> shownNodes = List.of();
  private List<Guest> shownGuests = List.of();

  public FakeCluster() {
    nodes.add(node("pve1", Node.Status.ONLINE, null));
    nodes.add(node("pve2", Node.Status.ONLINE, "no answer for 12 s"));
    nodes.add(node("pve3", Node.Status.OFFLINE, null));
    add(GuestKind.QEMU, 100, "runs", true, false, Map.of("cores", 2, "memory", "2048"));
    add(GuestKind.QEMU, 101, "rests", false, false, Map.of("cores", 2, "memory", "2048"));
    add(GuestKind.QEMU, 900, "cloud", false, true, Map.of("memory", "1024", "ostype", "l26"));
    add(GuestKind.LXC, 200, "box", true, false, Map.of("hostname", "box"));
    publish();
  }

  /** A guest that the API is told to protect. */
  public void addProtected() {
    add(GuestKind.QEMU, 299, "direttore", true, false, Map.of());
    publish();
  }

  /** Shows the present lists as a new snapshot. */
  public void publish() {
    shownNodes = List.copyOf(nodes);
    shownGuests = List.copyOf(guests);
  }

  public void add(
      GuestKind kind,
      int vmid,
      String name,
      boolean running,
      boolean template,
      Map<String, Object> config) {
    var ref = new GuestRef(kind, PVE1, new VmId(vmid));
    var status = running ? "running" : "stopped";
    guests.add(
        new Guest(
            ref,
            name,
            status,
            2,
            2 * GIB,
            8 * GIB,
            0.05,
            GIB,
            running ? 60 : 0,
            List.of("lab"),
            template,
            null,
            null,
            null));
    var all = new HashMap<>(config);
    all.putIfAbsent("name", name);
    var disk =
        new GuestDetail.Disk(
            "scsi0", "local-lvm", "local-lvm:vm-%d-disk-0".formatted(vmid), 8 * GIB, true);
    details.put(
        ref,
        new GuestDetail(
            ref,
            all,
            Map.of("status", status),
            List.of(disk),
            List.of(),
            running,
            template,
            null,
            false));
  }

  private static Node node(String name, Node.Status status, @Nullable String trouble) {
    return new Node(
        new NodeName(name),
        status,
        0.1,
        8,
        4 * GIB,
        32 * GIB,
        10 * GIB,
        100 * GIB,
        3600,
        "9.1.4",
        null,
        trouble);
  }

  private <T> Reading<T> reading(T value) {
    if (failure != null) {
      throw failure;
    }
    return new Reading<>(value, at, trouble);
  }

  private void known(NodeName node) {
    if (nodes.stream().noneMatch(n -> n.name().equals(node))) {
      throw new Refusal.NotFound("node", node);
    }
  }

  @Override
  public Reading<List<Node>> nodes() {
    return reading(shownNodes);
  }

  @Override
  public boolean has(NodeName node) {
    return nodes().value().stream().anyMatch(n -> n.name().equals(node));
  }

  @Override
  public Reading<List<Guest>> guests() {
    return reading(shownGuests);
  }

  @Override
  public Reading<List<Guest>> guestsFreshOn(NodeName node, GuestKind kind) {
    return guests();
  }

  @Override
  public Optional<Guest> guest(VmId vmid) {
    return guests.stream().filter(g -> g.ref().vmid().equals(vmid)).findFirst();
  }

  @Override
  public boolean vacant(VmId vmid) {
    return details.keySet().stream().noneMatch(guest -> guest.vmid().equals(vmid));
  }

  @Override
  public Reading<List<Network>> networks(NodeName node) {
    known(node);
    return reading(
        List.of(
            new Network("vmbr0", "bridge", true, "uplink", true),
            new Network("vmbr1", "bridge", true, "", true)));
  }

  @Override
  public Reading<List<Storage>> storages(NodeName node) {
    known(node);
    return reading(
        List.of(
            new Storage(
                "local",
                "dir",
                Set.of("iso", "vztmpl"),
                50 * GIB,
                100 * GIB,
                true,
                true,
                false,
                null),
            new Storage(
                "local-lvm",
                "lvmthin",
                Set.of("images", "rootdir"),
                64 * GIB,
                100 * GIB,
                true,
                true,
                false,
                null),
            new Storage(
                "slow",
                "nfs",
                Set.of("images"),
                5 * GIB,
                10 * GIB,
                true,
                false,
                true,
                "hangs for 30 s"),
            new Storage(
                "thick", "lvm", Set.of("images"), 64 * GIB, 100 * GIB, true, true, false, null)));
  }

  @Override
  public Reading<Optional<Storage>> storage(NodeName node, String name) {
    return storages(node).map(all -> all.stream().filter(s -> s.name().equals(name)).findFirst());
  }

  @Override
  public Optional<List<Template>> images(NodeName node, Template.Content content, String volid) {
    return mute.contains(StorageName.holding(volid))
        ? Optional.empty()
        : Optional.of(templates(node).value());
  }

  @Override
  public boolean lacks(String privilege) {
    return lacking.contains(privilege);
  }

  @Override
  public Reading<Map<NodeName, List<Storage>>> storages() {
    return nodes()
        .map(all ->
            all.stream()
                .map(Node::name)
                .collect(Collectors.toMap(n -> n, n -> storages(n).value())));
  }

  @Override
  public Reading<List<Template>> templates(NodeName node) {
    known(node);
    return reading(
        List.of(
            template("local:iso/debian.iso", Template.Content.ISO),
            template("local:vztmpl/debian.tar.zst", Template.Content.VZTMPL),
            new Template("900", Template.Content.VM, GIB, new VmId(900), "cloud", "local-lvm")));
  }

  private static Template template(String volid, Template.Content content) {
    var name = volid.substring(volid.indexOf('/') + 1);
    return new Template(volid, content, GIB, null, name, "local");
  }

  @Override
  public GuestDetail detail(GuestRef guest) {
    return Optional.ofNullable(details.get(guest))
        .orElseThrow(() ->
            details.keySet().stream()
                .filter(there -> there.vmid().equals(guest.vmid()) && there.kind() == guest.kind())
                .findFirst()
                .<Refusal>map(Refusal.Moved::new)
                .orElseGet(() -> new Refusal.NotFound("guest", guest.vmid())));
  }

  @Override
  public Snapshots snapshots(GuestRef guest) {
    detail(guest);
    var before =
        new SnapshotTree.Snapshot(
            "before", null, "as it was", FakeOperations.NOW, false, unfinished);
    return new Snapshots(obstacle, new SnapshotTree("before", List.of(before)));
  }

  @Override
  public Removal removal(GuestRef guest) {
    var detail = detail(guest);
    return new Removal(
        detail,
        false,
        detail.disks(),
        List.of("before"),
        List.of("nightly"),
        List.of(),
        List.of("replication_jobs"));
  }

  @Override
  public TaskReport task(Upid upid) {
    return Optional.ofNullable(tasks.get(upid))
        .orElseThrow(() -> new Refusal.NotFound("task", upid));
  }

  @Override
  public List<String> taskLog(Upid upid, int lines) {
    var log = logs.getOrDefault(upid, List.of());
    return log.subList(Math.max(0, log.size() - lines), log.size());
  }

  @Override
  public Reading<ClusterState> state() {
    return reading(new ClusterState("lab", true));
  }

  @Override
  public Reading<List<HistoryPoint>> history(NodeName node, Timeframe frame) {
    known(node);
    return reading(HISTORY);
  }

  @Override
  public Reading<List<HistoryPoint>> history(GuestRef guest, Timeframe frame) {
    detail(guest);
    return reading(HISTORY);
  }

  @Override
  public TaskLog taskLog(Upid upid, long start, int limit) {
    var log = logs.getOrDefault(upid, List.of());
    return new TaskLog(log.size(), start, log.stream().skip(start).limit(limit).toList());
  }

  @Override
  public List<TaskReport> tasks(NodeName node, @Nullable VmId vmid, int limit) {
    known(node);
    return tasks.values().stream()
        .filter(t -> t.upid().node().equals(node))
        .filter(t -> vmid == null || t.upid().subject().equals(vmid.toString()))
        .limit(limit)
        .toList();
  }

  /** Tells the listeners what was found changed. */
  public void tell(String type, String subject) {
    listeners.forEach(listener -> listener.accept(new Event(0, type, subject)));
  }

  @Override
  public Events.Subscription subscribe(Consumer<Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void changed(GuestRef guest) {}
}
