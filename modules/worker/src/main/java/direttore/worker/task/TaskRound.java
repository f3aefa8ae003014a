package direttore.worker.task;

import static java.util.Comparator.naturalOrder;

import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.domain.time.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One look after another at all tasks waited for. The cluster's list comes first, in one request;
 * it may lag behind and leave out what ended, so nodes are asked for what it lacks, and single
 * tasks in turn, as far as the budget goes. Of few that it lacked, none is looked for there again
 * before it was asked for itself.
 */
final class TaskRound {
  private static final int STATUS_REQUESTS = 7;
  private static final int FEW = 3;
  private static final int LINES = 20;
  private static final int MOST_ENDED = 500;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
  private static final Duration DOUBT = Duration.ofSeconds(3);
  private static final Duration LONGEST_DOUBT = Duration.ofSeconds(30);
  private static final Duration LOG_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_LOG = Duration.ofSeconds(5);
  private final Hypervisor hypervisor;
  private final Time time;
  private final Budget statusBudget;
  private final Budget logBudget;
  private final NodeRequests statuses;
  private final NodeRequests logs;
  private int failures;

  TaskRound(Hypervisor hypervisor, Time time, Budget logBudget, Executor executor) {
    this.hypervisor = hypervisor;
    this.time = time;
    this.statusBudget = new Budget(STATUS_REQUESTS, time);
    this.logBudget = logBudget;
    this.statuses = new NodeRequests(executor, time);
    this.logs = new NodeRequests(executor, time);
  }

  /** Looks once; answers how long to wait before the next look. */
  Duration look(Collection<Tracking> tasks) {
    readLogs(tasks);
    if (tasks.size() > FEW || tasks.stream().anyMatch(t -> !t.missing())) {
      compareWithList(tasks);
    }
    askNodesForEnded(tasks);
    askSingly(tasks);
    return pause(tasks);
  }

  private Duration pause(Collection<Tracking> tasks) {
    var now = time.nanos();
    var youngest = tasks.stream().mapToLong(t -> now - t.since()).min().orElse(0);
    return Pace.between(tasks.size(), Duration.ofNanos(youngest), failures);
  }

  private void compareWithList(Collection<Tracking> tasks) {
    if (!statusBudget.take()) {
      return;
    }
    try {
      var list = byUpid(hypervisor.recentTasks());
      failures = 0;
      for (var task : tasks) {
        var report = list.get(task.upid());
        if (report == null) {
          task.unlisted(time.nanos(), tasks.size() <= FEW);
        } else {
          task.report(report);
        }
      }
    } catch (HypervisorFailure e) {
      failures++;
      tasks.forEach(t -> t.trouble(words(e)));
    }
  }

  private void askNodesForEnded(Collection<Tracking> tasks) {
    tasks.stream()
        .filter(t -> t.open() && t.missing())
        .collect(Collectors.groupingBy(t -> t.upid().node()))
        .entrySet()
        .stream()
        .filter(e -> e.getValue().size() > FEW && statuses.free(e.getKey()))
        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
        .takeWhile(e -> statusBudget.take())
        .forEach(e -> askForEnded(e.getKey(), e.getValue()));
  }

  private void askForEnded(NodeName node, List<Tracking> missing) {
    var since =
        missing.stream().map(t -> t.upid().started()).min(Comparator.naturalOrder()).orElseThrow();
    statuses.send(
        node,
        () -> {
          var ended = byUpid(hypervisor.endedTasks(node, since.minus(CLOCK_SKEW), MOST_ENDED));
          for (var task : missing) {
            var report = ended.get(task.upid());
            if (report != null) {
              task.report(report);
            }
          }
        },
        e -> missing.forEach(t -> t.trouble(words(e))));
  }

  private void askSingly(Collection<Tracking> tasks) {
    var now = time.nanos();
    tasks.stream()
        .filter(Tracking::open)
        .filter(t -> t.missing() || now - t.asked() > again(DOUBT, LONGEST_DOUBT, t, now))
        .sorted(
            Comparator.comparing(Tracking::missing).reversed().thenComparingLong(Tracking::asked))
        .filter(t -> statuses.free(t.upid().node()))
        .takeWhile(t -> statusBudget.take())
        .forEach(this::ask);
  }

  private void ask(Tracking task) {
    task.asking(time.nanos());
    statuses.send(
        task.upid().node(),
        () -> {
          try {
            task.report(hypervisor.task(task.upid()));
          } catch (HypervisorFailure.Absent e) {
            task.vanished();
          }
        },
        e -> task.trouble(words(e)));
  }

  private void readLogs(Collection<Tracking> tasks) {
    var now = time.nanos();
    tasks.stream()
        .filter(t -> t.open() && t.watched() && logDue(t, now))
        .sorted(Comparator.comparing(Tracking::logRead, Comparator.nullsFirst(naturalOrder())))
        .filter(t -> logs.free(t.upid().node()))
        .takeWhile(t -> logBudget.take())
        .forEach(this::readLog);
  }

  private static boolean logDue(Tracking task, long now) {
    var read = task.logRead();
    return read == null || now - read >= again(LOG_EVERY, LONGEST_LOG, task, now);
  }

  private static long again(Duration least, Duration most, Tracking task, long now) {
    return Pace.again(least, most, Duration.ofNanos(now - task.since())).toNanos();
  }

  private void readLog(Tracking task) {
    task.readingLog(time.nanos());
    logs.send(
        task.upid().node(),
        () -> task.log(hypervisor.log(task.upid(), LINES)),
        // A log that cannot be read is no trouble of the task: its status tells that.
        e -> {});
  }

  private static Map<Upid, TaskReport> byUpid(Collection<TaskReport> reports) {
    return reports.stream()
        .collect(Collectors.toMap(TaskReport::upid, Function.identity(), TaskRound::later));
  }

  /** A list may hold a task twice, running and ended; an end is the newer news. */
  private static TaskReport later(TaskReport one, TaskReport other) {
    return one.running() ? other : one;
  }

  private static String words(HypervisorFailure failure) {
    return "Proxmox does not tell how the task goes: " + failure.getMessage();
  }
}
