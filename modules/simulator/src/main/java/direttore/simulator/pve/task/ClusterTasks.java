package direttore.simulator.pve.task;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** GET /cluster/tasks: of each node all running tasks and the latest others, 25 together. */
public final class ClusterTasks {
  private static final int PER_NODE = 25;

  private final Tasks tasks;
  private final List<String> nodes;
  private final AccessControl access;

  /** The route over the tasks of the nodes with these names. */
  public ClusterTasks(Tasks tasks, List<String> nodes, AccessControl access) {
    this.tasks = tasks;
    this.nodes = List.copyOf(nodes);
    this.access = access;
  }

  /** Adds the route. */
  public void addTo(Router router) {
    router.on("GET", "/cluster/tasks", this::list);
  }

  private List<ResultRow> list(MethodCall call) {
    var all = access.allows(call.caller(), "/", "Sys.Audit");
    var found = new ArrayList<Task>();
    for (var node : nodes) {
      var running = tasks.running(node);
      found.addAll(running);
      var more = Math.max(0, PER_NODE - running.size());
      found.addAll(tasks.finished(node).stream().limit(more).toList());
    }
    Stream<Task> visible =
        found.stream().filter(t -> all || t.upid().userid().equals(call.caller().authid()));
    return visible.map(TaskRows::broadcast).toList();
  }
}
