package direttore.simulator.pve.task;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.journal.Journal;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.fault.PveFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The worker tasks of all nodes; of the finished ones each node keeps the latest. */
public final class Tasks implements AutoCloseable {
  private static final String TABLE = "task";

  /** About what two index files of 50 kB hold. */
  private static final int KEPT_PER_NODE = 2_000;

  private static final int FIRST_PID = 0x400;
  private static final int MAX_PID = 4_194_303;

  private final TaskClock clock;
  private final PveFaults faults;
  private final Journal journal;
  private final ToLongFunction<String> ticks;
  private final AtomicLong pids;
  private final Map<String, Task> byUpid = new ConcurrentHashMap<>();
  private final Map<String, Task> active = new ConcurrentHashMap<>();
  private final Map<String, Deque<Task>> finished = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * The tasks that the journal knows; those that ran when it ended are killed ones now.
   *
   * @param ticks clock ticks (100 a second) since a node booted
   */
  public Tasks(TaskClock clock, PveFaults faults, Journal journal, ToLongFunction<String> ticks) {
    this.clock = clock;
    this.faults = faults;
    this.journal = journal;
    this.ticks = ticks;
    var last = (long) FIRST_PID;
    for (var row : journal.take(TABLE).entrySet()) {
      var upid = Upid.parse(row.getKey());
      if (upid != null) {
        finish(Task.of(upid, journal.value(row.getValue(), Task.Kept.class)));
        last = Math.max(last, upid.pid());
      }
    }
    this.pids = new AtomicLong(last);
  }

  /** Starts a task and gives its UPID, as fork_worker does. */
  public String start(String node, String type, String id, Caller who, TaskWork work) {
    var task = new Task(upid(node, type, id, who));
    byUpid.put(task.upid().toString(), task);
    active.put(task.upid().toString(), task);
    journal.put(TABLE, task.upid().toString(), task.kept());
    var worker = new TaskProcess(task, clock, faults.takeTaskEnd(type).orElse(null));
    workers.execute(() -> run(task, worker, work));
    return task.upid().toString();
  }

  /** A task by its UPID, or null. */
  public @Nullable Task find(Upid upid) {
    return byUpid.get(upid.toString());
  }

  /** The running tasks of a node, newest first. */
  public List<Task> running(String node) {
    return active.values().stream()
        .filter(t -> t.upid().node().equals(node))
        .sorted(Comparator.comparingLong((Task t) -> t.upid().starttime()).reversed())
        .toList();
  }

  /** The finished tasks of a node, newest first. */
  public List<Task> finished(String node) {
    var tasks = finished.get(node);
    if (tasks == null) {
      return List.of();
    }
    synchronized (tasks) {
      return new ArrayList<>(tasks);
    }
  }

  /** Stops the running tasks of that type for that guest and gives their UPIDs. */
  public List<String> abort(String type, int vmid) {
    var found =
        active.values().stream()
            .filter(t -> t.upid().type().equals(type))
            .filter(t -> t.upid().id().equals(String.valueOf(vmid)))
            .toList();
    found.forEach(Task::interrupt);
    return found.stream().map(t -> t.upid().toString()).toList();
  }

  /** Ends every running task as a power cut would: nothing of them is written any more. */
  @Override
  public void close() {
    journal.close();
    workers.shutdownNow();
  }

  private Upid upid(String node, String type, String id, Caller who) {
    var pid = pids.updateAndGet(p -> p >= MAX_PID ? FIRST_PID : p + 1);
    return new Upid(
        node, pid, ticks.applyAsLong(node), clock.now().getEpochSecond(), type, id, who.authid());
  }

  private void run(Task task, TaskProcess worker, TaskWork work) {
    task.runBy(Thread.currentThread());
    var status = Task.KILLED;
    try {
      work.run(worker);
      status = worker.success();
      worker.log(status.equals("OK") ? "TASK OK" : "TASK " + status);
    } catch (InterruptedException e) {
      status = "received interrupt";
      worker.log("TASK ERROR: received interrupt");
    } catch (Failure e) {
      status = e.text().replace('\n', ' ').strip();
      worker.log("TASK ERROR: " + status);
    } catch (RuntimeException e) {
      System.getLogger(Tasks.class.getName()).log(System.Logger.Level.ERROR, "task", e);
      status = "internal error: " + e;
      worker.log("TASK ERROR: " + status);
    } finally {
      task.finish(worker.endtime(), status);
      finish(task);
      journal.put(TABLE, task.upid().toString(), task.kept());
    }
  }

  private void finish(Task task) {
    byUpid.put(task.upid().toString(), task);
    active.remove(task.upid().toString());
    var tasks = finished.computeIfAbsent(task.upid().node(), n -> new ArrayDeque<>());
    synchronized (tasks) {
      tasks.addFirst(task);
      if (tasks.size() > KEPT_PER_NODE) {
        var oldest = tasks.removeLast().upid().toString();
        byUpid.remove(oldest);
        journal.remove(TABLE, oldest);
      }
    }
  }
}
