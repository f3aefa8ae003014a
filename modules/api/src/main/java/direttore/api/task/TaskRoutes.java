package direttore.api.task;

import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.task.Upid;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code /api/proxmox/tasks}. */
public final class TaskRoutes {
  private static final int LINES = 50;
  private static final int MOST_LINES = 1000;

  private final Cluster cluster;

  public TaskRoutes(Cluster cluster) {
    this.cluster = cluster;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/proxmox/tasks/{node}/{upid}", this::show));
  }

  private void show(ServerRequest req, ServerResponse res) {
    var node = Paths.node(req);
    var upid = new Upid(Paths.text(req, "upid"));
    var lines = Query.integer(req, "lines", LINES);
    if (lines < 0 || lines > MOST_LINES) {
      throw new Refusal.Invalid("lines", "must be 0 to %d".formatted(MOST_LINES));
    }
    if (!upid.node().equals(node)) {
      throw new Refusal.Invalid("upid", "is a task of node %s".formatted(upid.node()));
    }
    var report = cluster.task(upid);
    var log = lines == 0 ? List.<String>of() : cluster.taskLog(upid, lines);
    Answer.json(req, res, TaskView.of(report, log));
  }
}
