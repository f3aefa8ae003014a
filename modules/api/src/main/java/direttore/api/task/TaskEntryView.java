package direttore.api.task;

import direttore.domain.task.TaskReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task of Proxmox in lists; see {@link TaskView}. */
record TaskEntryView(
    String upid,
    String node,
    String type,
    String id,
    String user,
    String status,
    @Nullable String exitstatus,
    Instant started,
    @Nullable Instant ended) {
  static TaskEntryView of(TaskReport report) {
    var task = report.upid();
    var end = report.end();
    return new TaskEntryView(
        task.value(),
        task.node().value(),
        task.type(),
        task.subject(),
        task.user(),
        report.running() ? "running" : "stopped",
        end == null ? null : TaskView.word(end),
        task.started(),
        report.ended());
  }
}
