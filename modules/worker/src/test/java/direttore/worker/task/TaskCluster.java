package direttore.worker.task;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.GuestIdentity;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a cluster, and nothing else of it. */
final class TaskCluster implements Hypervisor {
  final Map<Upid, Instant> tasks = new LinkedHashMap<>();
  final List<Instant> requests = new ArrayList<>();
  final List<Upid> logsRead = new ArrayList<>();
  @Nullable HypervisorFailure failure;
  @Nullable String deadNode;
  List<String> log = List.of();
  int listed = Integer.MAX_VALUE;
  int lists;

  /** Whether the cluster's list shows ended tasks as running. */
  boolean stale;

  private final SteppingTime time;

  TaskCluster(SteppingTime time) {
    this.time = time;
  }

  Upid begin(String node, Duration takes) {
    var upid =
        new Upid(
            "UPID:%s:%08X:00000001:%08X:qmcreate:%d:root@pam:"
                .formatted(node, tasks.size(), time.now().getEpochSecond(), 100 + tasks.size()));
    tasks.put(upid, time.now().plus(takes));
    return upid;
  }

  long mostRequestsInASecond() {
    return requests.stream()
        .mapToLong(from ->
            requests.stream()
                .filter(r -> !r.isBefore(from) && r.isBefore(from.plusSeconds(1)))
                .count())
        .max()
        .orElse(0);
  }

  private void asked(NodeName node) {
    asked();
    if (node.value().equals(deadNode)) {
      throw new HypervisorFailure.Unreachable("no route to " + node, null);
    }
  }

  private void asked() {
    requests.add(time.now());
    if (failure != null) {
      throw failure;
    }
  }

  private TaskReport report(Upid task, Instant ends) {
    return ends.isAfter(time.now())
        ? new TaskReport(task, null, null)
        : new TaskReport(task, new TaskEnd.Ok(), ends);
  }

  private List<TaskReport> reports() {
    return tasks.entrySet().stream().map(e -> report(e.getKey(), e.getValue())).toList();
  }

  @Override
  public TaskReport task(Upid task) {
    asked(task.node());
    var ends = tasks.get(task);
    if (ends == null) {
      throw new HypervisorFailure.Absent("no such task");
    }
    return report(task, ends);
  }

  @Override
  public Collection<TaskReport> recentTasks() {
    asked();
    lists++;
    return reports().stream()
        .map(t -> stale ? new TaskReport(t.upid(), null, null) : t)
        .filter(t -> !t.upid().node().value().equals(deadNode))
        .limit(listed)
        .toList();
  }

  @Override
  public List<TaskReport> endedTasks(NodeName node, Instant since, int limit) {
    asked(node);
    return reports().stream()
        .filter(t -> t.upid().node().equals(node) && !t.running())
        .limit(limit)
        .toList();
  }

  @Override
  public List<String> log(Upid task, int lines) {
    asked();
    logsRead.add(task);
    return log;
  }

  @Override
  public List<TaskReport> tasksSince(NodeName node, Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid createVm(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid cloneVm(NodeName node, VmId vmid, NewVm vm, VmSource.Clone source, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void configureClone(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Upid growDisk(NodeName node, VmId vmid, DiskSize size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid createContainer(
      NodeName node, VmId vmid, NewContainer ct, GuestSecrets secrets, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid start(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid stop(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid reboot(GuestRef guest, int timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid shutdown(GuestRef guest, int timeout, boolean forceStop) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void leaveHa(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid takeSnapshot(GuestRef guest, SnapshotName name, String description, boolean ram) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid rollBack(GuestRef guest, SnapshotName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid deleteSnapshot(GuestRef guest, SnapshotName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SnapshotTree> snapshots(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid destroy(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upid resume(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration ahead() {
    return Duration.ZERO;
  }

  @Override
  public Optional<GuestIdentity> identity(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<GuestState> state(GuestRef guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean vmidFree(NodeName node, VmId vmid, Set<String> storages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<String> storages(GuestRef guest) {
    return Set.of("local-lvm");
  }

  @Override
  public Set<VmId> vmids() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void interrupt(Upid task) {
    throw new UnsupportedOperationException();
  }
}
