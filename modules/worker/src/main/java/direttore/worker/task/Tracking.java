package direttore.worker.task;

import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.worker.time.Signal;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One task being waited for, from its beginning to its end; close it to wait no longer. */
public final class Tracking implements AutoCloseable {
  private final Upid upid;
  private final Instant since;
  private final BooleanSupplier watched;
  private final Signal signal;
  private final Consumer<Tracking> closing;
  private volatile @Nullable TaskResult result;
  private volatile TaskNews news = TaskNews.NONE;
  private volatile Instant asked;
  private volatile Instant logRead;
  private volatile boolean listed;
  private volatile boolean missing;

  Tracking(
      Upid upid,
      Instant since,
      BooleanSupplier watched,
      Signal signal,
      Consumer<Tracking> closing) {
    this.upid = upid;
    this.since = since;
    this.watched = watched;
    this.signal = signal;
    this.closing = closing;
    this.asked = since;
    this.logRead = Instant.MIN;
  }

  public Upid upid() {
    return upid;
  }

  /** What became of the task, or null while it runs. */
  public @Nullable TaskResult result() {
    return result;
  }

  /** What is known of it meanwhile. */
  public TaskNews news() {
    return news;
  }

  Instant since() {
    return since;
  }

  boolean open() {
    return result == null;
  }

  boolean watched() {
    return watched.getAsBoolean();
  }

  /** When its own status was asked for last; when the wait began at first. */
  Instant asked() {
    return asked;
  }

  Instant logRead() {
    return logRead;
  }

  /** Whether the cluster's list did not show it the last time, though it had or should have. */
  boolean missing() {
    return missing;
  }

  void asking(Instant now) {
    asked = now;
  }

  void readingLog(Instant now) {
    logRead = now;
  }

  /** Takes note of what a list or its node says. */
  void report(TaskReport report) {
    listed = true;
    missing = false;
    trouble(null);
    var end = report.end();
    if (end != null) {
      finish(new TaskResult.Ended(end));
    }
  }

  /** Takes note that a list lacks it: suspicious once it was listed, or after a moment. */
  void unlisted(Instant now) {
    missing = listed || since.plusSeconds(2).isBefore(now);
  }

  void vanished() {
    finish(new TaskResult.Vanished());
  }

  void trouble(@Nullable String why) {
    change(news.withTrouble(why));
  }

  void log(List<String> lines) {
    var progress = Percent.in(lines);
    change(new TaskNews(progress == null ? news.progress() : progress, lines, news.trouble()));
  }

  private void change(TaskNews newer) {
    if (!newer.equals(news)) {
      news = newer;
      signal.raise();
    }
  }

  private void finish(TaskResult how) {
    result = how;
    signal.raise();
  }

  @Override
  public void close() {
    closing.accept(this);
  }
}
