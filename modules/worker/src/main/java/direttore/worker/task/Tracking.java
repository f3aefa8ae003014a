package direttore.worker.task;

import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.domain.time.Signal;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One task being waited for, from its beginning to its end; close it to wait no longer. */
public final class Tracking implements AutoCloseable {
  private static final long A_MOMENT = Duration.ofSeconds(2).toNanos();
  private final Upid upid;
  private final long since;
  private final BooleanSupplier watched;
  private final Signal signal;
  private final Consumer<Tracking> closing;
  private volatile @Nullable TaskResult result;
  private volatile TaskNews news = TaskNews.NONE;
  private volatile long asked;
  private volatile @Nullable Long logRead;
  private volatile boolean listed;
  private volatile boolean missing;

  Tracking(
      Upid upid, long since, BooleanSupplier watched, Signal signal, Consumer<Tracking> closing) {
    this.upid = upid;
    this.since = since;
    this.watched = watched;
    this.signal = signal;
    this.closing = closing;
    this.asked = since;
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

  /** When the wait began, in nanoseconds as {@code Time} counts them; so are the others. */
  long since() {
    return since;
  }

  boolean open() {
    return result == null;
  }

  boolean watched() {
    return watched.getAsBoolean();
  }

  /** When its own status was asked for last; when the wait began at first. */
  long asked() {
    return asked;
  }

  /** When its log was read last, null when it was not. */
  @Nullable Long logRead() {
    return logRead;
  }

  /** Whether the cluster's list did not show it the last time, though it had or should have. */
  boolean missing() {
    return missing;
  }

  void asking(long now) {
    asked = now;
  }

  void readingLog(long now) {
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

  /**
   * Takes note that a list lacks it: suspicious once it was listed, or after a moment.
   *
   * @param few whether so few are waited for that it can be asked for at once
   */
  void unlisted(long now, boolean few) {
    missing = few || listed || now - since > A_MOMENT;
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
