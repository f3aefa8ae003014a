package direttore.simulator.pve.task;

import direttore.simulator.pve.api.ResultRow;

/** Tasks as the API shows them. */
public final class TaskRows {
  private TaskRows() {}

  /** An entry of GET /nodes/{node}/tasks. */
  static ResultRow listed(Task task) {
    var row = named(task.upid());
    var end = task.end();
    return end == null
        ? row.with("status", "RUNNING")
        : row.with("endtime", end.time()).with("status", end.status());
  }

  /** GET /nodes/{node}/tasks/{upid}/status. */
  static ResultRow status(Task task) {
    var row = named(task.upid());
    var end = task.end();
    return end == null
        ? row.with("status", "running")
        : row.with("status", "stopped").with("exitstatus", end.status());
  }

  /** An entry of GET /cluster/tasks. */
  static ResultRow broadcast(Task task) {
    var row = named(task.upid()).without("pid").without("pstart");
    var end = task.end();
    return end == null
        ? row.with("saved", "0")
        : row.with("endtime", end.time()).with("status", end.status()).with("saved", "1");
  }

  private static ResultRow named(Upid upid) {
    return ResultRow.of("upid", upid.toString())
        .with("node", upid.node())
        .with("pid", upid.pid())
        .with("pstart", upid.pstart())
        .with("starttime", upid.starttime())
        .with("type", upid.type())
        .with("id", upid.id())
        .with("user", upid.userid())
        .maybe("tokenid", upid.tokenid());
  }
}
