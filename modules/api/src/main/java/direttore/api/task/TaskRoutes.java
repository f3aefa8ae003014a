package direttore.api.task;

import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.VmId;
import direttore.domain.task.Upid;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code /api/proxmox/tasks}. */
public final class TaskRoutes {
  private static final int LINES = 50;
  private static final int PAGE = 500;
  private static final int TASKS = 50;
  private static final int MOST_TASKS = 500;
  private static final int LAST_LINES = 1000;
  private static final int MOST_LINES = 5000;

  private final Cluster cluster;

  public TaskRoutes(Cluster cluster) {
    this.cluster = cluster;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/tasks/{node}/{upid}", RequiredRight.of(Right.SEE), this::show),
        Route.get("/api/proxmox/tasks/{node}/{upid}/log", RequiredRight.of(Right.SEE), this::log),
        Route.get("/api/proxmox/nodes/{node}/tasks", RequiredRight.of(Right.SEE), this::list));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var vmid = Query.text(req, "vmid");
    var limit = limit(req, TASKS, MOST_TASKS);
    var tasks = cluster.tasks(Paths.node(req), vmid == null ? null : VmId.parse(vmid), limit);
    Answer.json(req, res, tasks.stream().map(TaskEntryView::of).toList());
  }

  private void log(ServerRequest req, ServerResponse res) {
    var start = Query.integer(req, "start", 0);
    if (start < 0) {
      throw new Refusal.Invalid("start", "must not be negative");
    }
    Answer.json(req, res, cluster.taskLog(upid(req), start, limit(req, PAGE, MOST_LINES)));
  }

  private static int limit(ServerRequest req, int otherwise, int most) {
    var limit = Query.integer(req, "limit", otherwise);
    if (limit < 1 || limit > most) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(most));
    }
    return limit;
  }

  private static Upid upid(ServerRequest req) {
    var upid = new Upid(Paths.text(req, "upid"));
    if (!upid.node().equals(Paths.node(req))) {
      throw new Refusal.Invalid("upid", "is a task of node %s".formatted(upid.node()));
    }
    return upid;
  }

  private void show(ServerRequest req, ServerResponse res) {
    var upid = upid(req);
    var lines = Query.integer(req, "lines", LINES);
    if (lines < 0 || lines > LAST_LINES) {
      throw new Refusal.Invalid("lines", "must be 0 to %d".formatted(LAST_LINES));
    }
    var report = cluster.task(upid);
    var log = lines == 0 ? List.<String>of() : cluster.taskLog(upid, lines);
    Answer.json(req, res, TaskView.of(report, log));
  }
}
