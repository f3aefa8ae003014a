package direttore.api.task;

import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of Proxmox in answers.
 *
 * @param status {@code running} or {@code stopped}, as Proxmox says
 * @param exitstatus Proxmox's word for its end, null while it runs
 * @param id what it works on, mostly a VMID
 * @param log its last lines, oldest first
 */
record TaskView(
    String upid,
    String node,
    String type,
    String id,
    String user,
    String status,
    @Nullable String exitstatus,
    @Nullable Double progress,
    Instant started,
    @Nullable Instant ended,
    List<String> log) {
  static TaskView of(TaskReport report, List<String> log) {
    var task = report.upid();
    var end = report.end();
    return new TaskView(
        task.value(),
        task.node().value(),
        task.type(),
        task.subject(),
        task.user(),
        report.running() ? "running" : "stopped",
        end == null ? null : word(end),
        end == null ? Progress.in(log) : end.success() ? Double.valueOf(1) : null,
        task.started(),
        report.ended(),
        log);
  }

  static String word(TaskEnd end) {
    return switch (end) {
      case TaskEnd.Ok e -> "OK";
      case TaskEnd.Warnings e -> "WARNINGS: " + e.count();
      case TaskEnd.Failed e -> e.text();
    };
  }
}
