package direttore.simulator.pve.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker task and its log. */
public final class Task {
  /** The exit status of a task whose process died without a word. */
  static final String KILLED = "unexpected status";

  private final Upid upid;
  private final List<String> log = new ArrayList<>();
  private @Nullable End end;
  private @Nullable Thread thread;

  Task(Upid upid) {
    this.upid = upid;
  }

  /** The name of the task. */
  public Upid upid() {
    return upid;
  }

  /** The lines of the log so far. */
  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** How it ended, or null while it runs. */
  public synchronized @Nullable End end() {
    return end;
  }

  synchronized void append(String line) {
    log.addAll(List.of(line.split("\n", -1)));
  }

  synchronized void finish(Instant at, String status) {
    end = new End(at.getEpochSecond(), status);
    thread = null;
  }

  synchronized void runBy(Thread worker) {
    thread = worker;
  }

  /** Signals the process of a running task. */
  synchronized void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  synchronized Kept kept() {
    return new Kept(log, end == null ? 0 : end.time, end == null ? "" : end.status);
  }

  static Task of(Upid upid, Kept kept) {
    var task = new Task(upid);
    task.log.addAll(kept.log());
    task.end =
        kept.endtime() == 0
            ? new End(upid.starttime(), KILLED)
            : new End(kept.endtime, kept.status);
    return task;
  }

  /**
   * The end of a task.
   *
   * @param time seconds since 1970
   * @param status {@code OK}, {@code WARNINGS: n} or what went wrong
   */
  public record End(long time, String status) {

    /** Did it do what it should, be it with warnings (PVE::UPID status_is_error)? */
    public boolean success() {
      return status.equals("OK") || status.startsWith("WARNINGS: ");
    }
  }

  /** A task in the journal; {@code endtime} 0 says that it was running. */
  record Kept(List<String> log, long endtime, String status) {
    Kept {
      log = List.copyOf(log);
    }
  }
}
