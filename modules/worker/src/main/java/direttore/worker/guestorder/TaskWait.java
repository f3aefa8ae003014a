package direttore.worker.guestorder;

import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.task.Upid;
import direttore.worker.operation.Ledger;
import direttore.worker.operation.RunSignals;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskNews;
import direttore.worker.task.TaskResult;
import direttore.worker.task.TaskTracker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for one task, shows on the row how it goes, and interrupts it when someone cancels. */
final class TaskWait {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private final TaskTracker tracker;
  private final Hypervisor hypervisor;
  private final Ledger ledger;
  private final RunSignals signals;
  private final Upid task;
  private final @Nullable String uninterruptible;
  private @Nullable String note;
  private boolean interrupted;

  /**
   * @param uninterruptible what the row says when someone cancels, or null where the task can be
   *     interrupted
   */
  TaskWait(GuestContext context, Work work, Upid task, @Nullable String uninterruptible) {
    this.tracker = context.tracker();
    this.hypervisor = context.hypervisor();
    this.ledger = work.ledger();
    this.signals = work.signals();
    this.task = task;
    this.uninterruptible = uninterruptible;
  }

  /** Whether it was asked to end early. */
  boolean interrupted() {
    return interrupted;
  }

  /** What became of the task. */
  TaskResult result() {
    try (var tracking = tracker.track(task, signals::watched, signals.signal())) {
      while (true) {
        var result = tracking.result();
        if (result != null) {
          return result;
        }
        signals.leaveIfStopping();
        var again = signals.cancelRequested() && note == null && !interrupt();
        show(tracking.news());
        signals.listen(again ? SHORT : LONG);
      }
    }
  }

  /** Whether that is settled, one way or the other. */
  private boolean interrupt() {
    if (uninterruptible != null) {
      note = uninterruptible;
      return true;
    }
    ledger.confirm();
    try {
      hypervisor.interrupt(task);
      interrupted = true;
      note = "being cancelled";
    } catch (HypervisorFailure.Unreachable
        | HypervisorFailure.NotSignedIn
        | HypervisorFailure.AnswerLost e) {
      return false;
    } catch (HypervisorFailure e) {
      note = "cannot be cancelled: " + e.getMessage();
    }
    return true;
  }

  private void show(TaskNews news) {
    if (news.progress() != null || !news.log().isEmpty()) {
      ledger.seen(news.progress(), news.log());
    }
    ledger.waitingFor(news.trouble() == null ? note : news.trouble());
  }
}
