package direttore.proxmox.cluster;

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
import direttore.domain.task.TaskLog;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.domain.time.Time;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.api.Sighting;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Proxmox VE cluster, read once for all who ask. The summary of the whole cluster is one request;
 * what it lacks is read node by node, so that a node which hangs holds up nobody but itself.
 */
public final class ProxmoxCluster implements Cluster, AutoCloseable {
  private static final String BLIND =
      "The Proxmox account sees no guests: it has the privilege VM.Audit nowhere (any more).";

  private final Proxmox proxmox;
  private final Held<Snapshot> summary;
  private final Held<ClusterState> state;
  private final Held<Map<String, Set<String>>> permissions;
  private final NodeFacts facts;
  private final RecentChanges recent;
  private final TaskWatch taskWatch = new TaskWatch();
  private final Held<List<TaskReport>> tasks;
  private final NodeReadings perNode;
  private final GuestHistories guestHistories;
  private final Refresher refresher;
  private final News news = new News();

  public ProxmoxCluster(Proxmox proxmox, Clock clock) {
    this(proxmox, ClusterPatience.USUAL, clock);
  }

  public ProxmoxCluster(Proxmox proxmox, ClusterPatience patience, Clock clock) {
    var terms = terms(patience);
    var time = Time.of(clock);
    this.proxmox = proxmox;
    this.summary = new Held<>(this::read, terms, time, news::tell);
    this.state = new Held<>(before -> Fetched.whole(proxmox.cluster().state()), terms, time);
    this.permissions =
        new Held<>(
            before -> Fetched.whole(proxmox.permissions()),
            NodeReadings.furniture(patience.part()),
            time);
    this.facts = new NodeFacts(node -> proxmox.node(node).version(), clock);
    this.recent = new RecentChanges(proxmox, facts, clock, summary::amend);
    this.tasks = new Held<>(before -> Fetched.whole(readTasks()), terms, time);
    this.perNode = new NodeReadings(proxmox, summary, patience.part(), clock);
    this.guestHistories = new GuestHistories(this::readHistory, patience.whole(), clock);
    this.refresher = new Refresher(this::refresh, news::wanted, clock);
  }

  private static Held.Terms terms(ClusterPatience patience) {
    return new Held.Terms(
        Duration.ofSeconds(4), Duration.ofSeconds(2), patience.whole(), Duration.ofMillis(150));
  }

  /** From now on reads the summary while someone looks at it, so that nobody waits for it. */
  public void keepFresh() {
    refresher.start();
  }

  private void refresh() {
    summary.refresh();
    tasks.refresh();
  }

  /** What others do in Proxmox stands in the list of tasks long before it does in the summary. */
  private List<TaskReport> readTasks() {
    var list = proxmox.cluster().tasks();
    recent.noticed(taskWatch.changed(list), summary.last().map(Snapshot::byId).orElseGet(Map::of));
    return list;
  }

  private Fetched<Snapshot> read(@Nullable Snapshot before) {
    var read = proxmox.cluster().resources();
    if (read.guests().isEmpty() && blind()) {
      if (before != null && !before.guests().isEmpty()) {
        // What was seen before is nearer to the truth than nothing.
        throw new ProxmoxFailure.Unreadable(BLIND, null);
      }
      return new Fetched<>(Snapshot.of(read, recent.next(), before, facts), BLIND);
    }
    return Fetched.whole(Snapshot.of(read, recent.next(), before, facts));
  }

  /** Whether the account holds nowhere the right without which it sees no guest. */
  private boolean blind() {
    return proxmox.permissions().values().stream()
        .noneMatch(privileges -> privileges.contains("VM.Audit"));
  }

  /** As it was read last, without a wait for what changed a moment ago. */
  private Reading<Snapshot> snapshot() {
    refresher.asked();
    return summary.get();
  }

  @Override
  public Reading<List<Node>> nodes() {
    return snapshot().map(Snapshot::nodes);
  }

  @Override
  public Reading<ClusterState> state() {
    return state.get();
  }

  @Override
  public boolean has(NodeName node) {
    return summary.last().filter(known -> known.node(node) != null).isPresent()
        || snapshot().value().node(node) != null;
  }

  @Override
  public Reading<List<Guest>> guests() {
    recent.await();
    return snapshot().map(Snapshot::guests);
  }

  @Override
  public Reading<List<Guest>> guestsFreshOn(NodeName node, GuestKind kind) {
    recent.await(node, kind);
    return snapshot().map(Snapshot::guests);
  }

  @Override
  public Optional<Guest> guest(VmId vmid) {
    recent.await(vmid);
    return Optional.ofNullable(snapshot().value().byId().get(vmid));
  }

  @Override
  public boolean vacant(VmId vmid) {
    return Refusals.asking("VMID", vmid, () -> proxmox.cluster().free(vmid));
  }

  @Override
  public Reading<List<Network>> networks(NodeName node) {
    return perNode.networks(known(node));
  }

  @Override
  public Reading<List<Storage>> storages(NodeName node) {
    return perNode.storages(known(node));
  }

  @Override
  public Reading<Optional<Storage>> storage(NodeName node, String name) {
    var summary = snapshot().map(s -> find(s.storages().get(known(node)), name));
    // What the summary calls unavailable may only not have been measured yet.
    return summary.value().filter(Storage::active).isPresent()
        ? summary
        : perNode.storages(node).map(list -> find(list, name));
  }

  private static Optional<Storage> find(@Nullable List<Storage> list, String name) {
    return list == null
        ? Optional.empty()
        : list.stream().filter(storage -> storage.name().equals(name)).findFirst();
  }

  @Override
  public Optional<List<Template>> images(NodeName node, Template.Content content, String volid) {
    return perNode.images(known(node), content, volid);
  }

  @Override
  public boolean lacks(String privilege) {
    try {
      return !permissions.get().value().getOrDefault("/", Set.of()).contains(privilege);
    } catch (Refusal e) {
      return false;
    }
  }

  @Override
  public Reading<Map<NodeName, List<Storage>>> storages() {
    return snapshot().map(Snapshot::storages);
  }

  @Override
  public Reading<List<Template>> templates(NodeName node) {
    return perNode.templates(known(node));
  }

  @Override
  public Reading<List<HistoryPoint>> history(NodeName node, Timeframe frame) {
    return perNode.history(known(node), frame);
  }

  @Override
  public Reading<List<HistoryPoint>> history(GuestRef guest, Timeframe frame) {
    return guestHistories.history(guest, frame);
  }

  private List<HistoryPoint> readHistory(GuestRef guest, Timeframe frame) {
    perNode.requireOnline(guest.node());
    return api(guest).history(frame);
  }

  private NodeName known(NodeName name) {
    if (!has(name)) {
      throw new Refusal.NotFound("node", name);
    }
    return name;
  }

  @Override
  public GuestDetail detail(GuestRef guest) {
    return asking(guest, () -> Details.read(proxmox, guest));
  }

  @Override
  public Snapshots snapshots(GuestRef guest) {
    return asking(guest, () -> SnapshotReader.read(guest.kind(), api(guest)));
  }

  @Override
  public Snapshots snapshots(GuestDetail guest) {
    return asking(guest.ref(), () -> SnapshotReader.read(guest, api(guest.ref())));
  }

  @Override
  public SnapshotTree snapshotTree(GuestRef guest) {
    return asking(guest, () -> api(guest).snapshots());
  }

  @Override
  public Removal removal(GuestRef guest) {
    return asking(guest, () -> RemovalReader.read(proxmox, guest));
  }

  private <T> T asking(GuestRef guest, Supplier<T> call) {
    try {
      return call.get();
    } catch (ProxmoxFailure.Answered e) {
      throw switch (e.meaning()) {
        case NO_GUEST -> elsewhere(guest, e);
        case UNKNOWN_NODE -> has(guest.node()) ? Refusals.of(e) : elsewhere(guest, e);
        default -> Refusals.of(e);
      };
    } catch (ProxmoxFailure e) {
      throw Refusals.of(e);
    }
  }

  /** Missing only where no guest of the cluster has its id and kind. */
  private Refusal elsewhere(GuestRef guest, ProxmoxFailure said) {
    try {
      return switch (proxmox.cluster().sighting(guest.vmid())) {
        case Sighting.Free s -> missing(guest);
        case Sighting.At s when s.guest().kind() != guest.kind() -> missing(guest);
        case Sighting.At s when s.guest().equals(guest) ->
            new Refusal.Unreachable(
                "Proxmox",
                "The cluster lists %s, though %s does not know it; try again in a moment."
                    .formatted(guest, guest.node()),
                said);
        case Sighting.At s -> new Refusal.Moved(s.guest());
        case Sighting.Hidden s ->
            new Refusal.Upstream(
                "Proxmox",
                "%s is not there any more, and the Proxmox account does not see where it is."
                    .formatted(guest),
                said);
      };
    } catch (ProxmoxFailure e) {
      return Refusals.of(e);
    }
  }

  private static Refusal missing(GuestRef guest) {
    return new Refusal.NotFound(guest.kind().noun(), guest.vmid() + " on " + guest.node());
  }

  private GuestApi api(GuestRef guest) {
    return proxmox.node(guest.node()).guest(guest.kind(), guest.vmid());
  }

  @Override
  public TaskReport task(Upid upid) {
    return Refusals.asking("task", upid, () -> proxmox.node(upid.node()).tasks().status(upid));
  }

  @Override
  public List<String> taskLog(Upid upid, int lines) {
    return Refusals.asking("task", upid, () -> proxmox.node(upid.node()).tasks().log(upid, lines));
  }

  @Override
  public TaskLog taskLog(Upid upid, long start, int limit) {
    return Refusals.asking(
        "task", upid, () -> proxmox.node(upid.node()).tasks().log(upid, start, limit));
  }

  @Override
  public List<TaskReport> tasks(NodeName node, @Nullable VmId vmid, int limit) {
    return Refusals.asking(
        "node", node, () -> proxmox.node(known(node)).tasks().latest(vmid, limit));
  }

  @Override
  public Events.Subscription subscribe(Consumer<Event> listener) {
    return news.subscribe(listener);
  }

  @Override
  public void changed(GuestRef guest) {
    recent.changed(guest);
    perNode.forget(guest.node());
  }

  @Override
  public void close() {
    refresher.close();
  }
}
