package direttore.worker.guestorder;

import direttore.domain.task.Upid;
import direttore.worker.operation.Ledger;
import direttore.worker.operation.RunSignals;
import direttore.worker.operation.RunStop;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskTracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads from an ended task's log what its end leaves unsaid. */
final class TaskEnding {
  private static final int LINES = 500;
  private static final int TAIL = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String KILLED = "unexpected status";
  private final TaskTracker tracker;
  private final Ledger ledger;
  private final RunSignals signals;

  TaskEnding(GuestContext context, Work work) {
    this.tracker = context.tracker();
    this.ledger = work.ledger();
    this.signals = work.signals();
  }

  /** Keeps the end of the log where someone looks, or few others need reading. */
  void ok(Upid task) {
    if (signals.watched() || tracker.quiet()) {
      log(task, TAIL, Duration.ZERO);
    }
  }

  /** Keeps the warnings of a task that ended well with so many. */
  void warned(Upid task, int count) {
    var warnings = TaskText.warnings(log(task, LINES, PATIENCE));
    ledger.warned(
        warnings.isEmpty()
            ? List.of("Proxmox gave %d warnings; they are in the task’s log".formatted(count))
            : warnings);
  }

  /** Why a task failed: its own words, and the lines of its log that tell more. */
  String explained(Upid task, String text) {
    var words = new ArrayList<String>();
    words.add(text.equals(KILLED) ? "the task’s process or node died (" + KILLED + ")" : text);
    words.addAll(TaskText.explaining(log(task, LINES, PATIENCE), text));
    return String.join("\n", words);
  }

  private List<String> log(Upid task, int lines, Duration patience) {
    try {
      var log = tracker.log(task, lines, patience).orElse(List.of());
      if (!log.isEmpty()) {
        ledger.seen(
            ledger.operation().progress(), log.subList(Math.max(0, log.size() - TAIL), log.size()));
      }
      return log;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunStop.Left();
    }
  }
}
