package direttore.worker.guestorder;

import direttore.domain.guest.VmId;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a Proxmox and the calls that begin them, which fail and end as a test wants it. */
abstract class FakeTasks implements Hypervisor {
  Duration taskTime = Duration.ofSeconds(3);
  final Map<Upid, Task> tasks = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();
  final Map<String, Queue<RuntimeException>> failures = new HashMap<>();
  final Map<String, Queue<String>> endings = new HashMap<>();
  final Set<String> answersToLose = new HashSet<>();
  List<String> taskLog = List.of();
  Runnable beforeCall = () -> {};
  Runnable afterCall = () -> {};

  /** How far the clock of Proxmox is ahead. */
  Duration ahead = Duration.ZERO;

  final Time time;
  private int count;

  FakeTasks(Time time) {
    this.time = time;
  }

  static final class Task {
    final Upid upid;
    final Instant ends;
    final String end;
    final Runnable effect;
    final Runnable undo;
    List<String> log = List.of();
    @Nullable String ended;

    Task(Upid upid, Instant ends, String end, Runnable effect, Runnable undo) {
      this.upid = upid;
      this.ends = ends;
      this.end = end;
      this.effect = effect;
      this.undo = undo;
    }

    void finish() {
      ended = end;
      (TaskEnd.of(end).success() ? effect : undo).run();
    }

    TaskReport report() {
      return new TaskReport(upid, ended == null ? null : TaskEnd.of(ended), null);
    }
  }

  /** Fails the next such call instead of doing it. */
  void fail(String call, RuntimeException failure) {
    failures.computeIfAbsent(call, c -> new ArrayDeque<>()).add(failure);
  }

  /** Has the next task of such a call end so. */
  void end(String call, String end) {
    endings.computeIfAbsent(call, c -> new ArrayDeque<>()).add(end);
  }

  long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  void tick() {
    for (var task : List.copyOf(tasks.values())) {
      if (task.ended == null && !task.ends.isAfter(time.now())) {
        task.finish();
      }
    }
  }

  void finishAll() {
    tasks.values().stream().filter(t -> t.ended == null).forEach(Task::finish);
  }

  final void called(String call) {
    beforeCall.run();
    var failure = failures.getOrDefault(call, new ArrayDeque<>()).poll();
    if (failure != null) {
      throw failure;
    }
    calls.add(call);
  }

  final void answered(String call) {
    afterCall.run();
    if (answersToLose.remove(call)) {
      throw new HypervisorFailure.AnswerLost("the connection broke", null);
    }
  }

  final Upid task(
      String call, String type, NodeName node, VmId subject, Runnable effect, Runnable undo) {
    count++;
    var upid =
        new Upid(
            "UPID:%s:%08X:%08X:%08X:%s:%s:root@pam!direttore:"
                .formatted(
                    node, count, count, time.now().plus(ahead).getEpochSecond(), type, subject));
    var end =
        Objects.requireNonNullElse(endings.getOrDefault(call, new ArrayDeque<>()).poll(), "OK");
    var task = new Task(upid, time.now().plus(taskTime), end, effect, undo);
    task.log = taskLog;
    tasks.put(upid, task);
    answered(call);
    return upid;
  }

  @Override
  public Duration ahead() {
    return ahead;
  }

  @Override
  public TaskReport task(Upid task) {
    called("task");
    return known(task).report();
  }

  private Task known(Upid upid) {
    var task = tasks.get(upid);
    if (task == null) {
      throw new HypervisorFailure.Absent("no such task");
    }
    return task;
  }

  @Override
  public Collection<TaskReport> recentTasks() {
    called("recent");
    return tasks.values().stream().map(Task::report).toList();
  }

  @Override
  public List<TaskReport> endedTasks(NodeName node, Instant since, int limit) {
    called("ended");
    return newestFirst(node, since).stream().filter(t -> !t.running()).limit(limit).toList();
  }

  @Override
  public List<TaskReport> tasksSince(NodeName node, Instant since) {
    called("since");
    return newestFirst(node, since);
  }

  private List<TaskReport> newestFirst(NodeName node, Instant since) {
    return tasks.values().stream()
        .filter(t -> t.upid.node().equals(node) && !t.upid.started().isBefore(since))
        .map(Task::report)
        .sorted(Comparator.comparing((TaskReport r) -> r.upid().value()).reversed())
        .toList();
  }

  @Override
  public List<String> log(Upid task, int lines) {
    called("log");
    return known(task).log;
  }

  @Override
  public void interrupt(Upid upid) {
    called("interrupt");
    var task = known(upid);
    if (task.ended == null) {
      task.ended = "received interrupt";
      interrupted(task);
    }
  }

  /** What becomes of a task's work that was interrupted. */
  abstract void interrupted(Task task);

  @Override
  public String toString() {
    return calls.toString().toLowerCase(Locale.ROOT);
  }
}
