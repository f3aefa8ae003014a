package direttore.proxmox.api;

import direttore.domain.guest.VmId;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskLog;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/tasks}. */
public final class Tasks {
  private static final int PAGE = 500;
  private final ProxmoxSession session;
  private final ApiPath path;

  Tasks(ProxmoxSession session, ApiPath path) {
    this.session = session;
    this.path = path;
  }

  /** {@code GET …/{upid}/status}. */
  public TaskReport status(Upid upid) {
    var row = session.get(path.child(upid, "status")).row();
    return row.text("status").equals("running")
        ? new TaskReport(upid, null, null)
        : new TaskReport(upid, TaskEnd.of(row.text("exitstatus")), null);
  }

  /** {@code GET …?source=archive}: the tasks that ended last, newest first. */
  public List<TaskReport> ended(int limit) {
    return page(Parameters.none().with("limit", limit)); // archive is the default
  }

  /** {@code GET …?source=all&since=…}: the tasks that began since, running ones too. */
  public List<TaskReport> since(Instant begin) {
    var tasks = new ArrayList<TaskReport>();
    for (int start = 0, got = PAGE; got == PAGE; start += PAGE) {
      var rows =
          session
              .get(
                  path,
                  Parameters.none()
                      .with("source", "all")
                      .with("since", begin.getEpochSecond())
                      .with("start", start)
                      .with("limit", PAGE))
              .rows();
      tasks.addAll(reports(rows));
      got = rows.size();
    }
    return tasks;
  }

  private List<TaskReport> page(Parameters filter) {
    return reports(session.get(path, filter).rows());
  }

  /** {@code GET …/{upid}/log}: the last lines, oldest first; none while the log is empty. */
  public List<String> log(Upid upid, int lines) {
    var log = path.child(upid, "log");
    var first = session.get(log, Parameters.none().with("start", 0).with("limit", lines));
    var rest = first.total() - lines;
    var last =
        rest <= 0
            ? first
            : session.get(log, Parameters.none().with("start", rest).with("limit", lines));
    var text = last.rows().stream().map(row -> row.text("t")).toList();
    return text.equals(List.of("no content")) ? List.of() : text;
  }

  /** {@code GET …/{upid}/log}: a part of the log; what is asked for beyond its end is empty. */
  public TaskLog log(Upid upid, long start, int limit) {
    var part = Parameters.none().with("start", start).with("limit", limit);
    var reply = session.get(path.child(upid, "log"), part);
    var lines = reply.rows().stream().map(row -> row.text("t")).toList();
    var none = lines.equals(List.of("no content"));
    return new TaskLog(none ? 0 : reply.total(), start, none ? List.of() : lines);
  }

  /** {@code GET …?source=all}: running and ended tasks, newest first; of one guest or of all. */
  public List<TaskReport> latest(@Nullable VmId vmid, int limit) {
    return page(
        Parameters.none()
            .with("source", "all")
            .with("vmid", vmid == null ? null : vmid.value())
            .with("limit", limit));
  }

  /** {@code DELETE …/{upid}}: asks a running task to end; nothing for one that has ended. */
  public void stop(Upid upid) {
    session.delete(path.child(upid), Parameters.none());
  }

  /** Those of the rows that are tasks by a UPID of the known form; others are none of ours. */
  static List<TaskReport> reports(List<ReplyRow> rows) {
    return rows.stream().filter(row -> Upid.is(row.text("upid"))).map(Tasks::report).toList();
  }

  /** A task from a row of a list; running ones have no end, or the status {@code RUNNING}. */
  static TaskReport report(ReplyRow row) {
    var upid = new Upid(row.text("upid"));
    var status = row.text("status");
    if (!row.has("endtime") || status.isEmpty() || status.equals("RUNNING")) {
      return new TaskReport(upid, null, null);
    }
    return new TaskReport(upid, TaskEnd.of(status), Instant.ofEpochSecond(row.number("endtime")));
  }
}
