package direttore.simulator.pve.task;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Page;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes below /nodes/{node}/tasks. */
public final class TaskRoutes {
  private static final String ALL = "/nodes/{node}/tasks";
  private static final String ONE = ALL + "/{upid}";
  private static final int LOG_LINES = 50;

  private final Tasks tasks;
  private final AccessControl access;

  /** The routes over these tasks. */
  public TaskRoutes(Tasks tasks, AccessControl access) {
    this.tasks = tasks;
    this.access = access;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", ALL, this::list)
        .on("GET", ONE, this::index)
        .on("GET", ONE + "/status", this::status)
        .on("GET", ONE + "/log", this::log)
        .on("DELETE", ONE, this::stop);
  }

  private Page list(MethodCall call) {
    var source = call.parameters().text("source", "archive");
    var found = new ArrayList<Task>();
    if (!source.equals("archive")) {
      found.addAll(tasks.running(call.node()));
    }
    if (!source.equals("active")) {
      found.addAll(tasks.finished(call.node()));
    }
    var filter = TaskFilter.of(call, audits(call.caller(), call.node()));
    var matching = found.stream().filter(filter::accepts).toList();
    var start = call.parameters().integer("start", 0);
    var limit = call.parameters().integer("limit", 50);
    var rows = matching.stream().skip(start).limit(limit).map(TaskRows::listed).toList();
    return new Page(rows, matching.size());
  }

  private List<ResultRow> index(MethodCall call) {
    find(call);
    return List.of(ResultRow.of("name", "log"), ResultRow.of("name", "status"));
  }

  private ResultRow status(MethodCall call) {
    return TaskRows.status(find(call));
  }

  private Page log(MethodCall call) {
    var lines = find(call).log();
    var all = lines.isEmpty() ? List.of("no content") : lines;
    var start = (int) Math.min(all.size(), call.parameters().integer("start", 0));
    var limit = call.parameters().integer("limit", LOG_LINES);
    var end = limit == 0 ? all.size() : (int) Math.min(all.size(), start + limit);
    var rows = new ArrayList<ResultRow>();
    for (var n = start; n < end; n++) {
      rows.add(ResultRow.of("n", n + 1).with("t", all.get(n)));
    }
    return new Page(rows, all.size());
  }

  private @Nullable Object stop(MethodCall call) {
    var task = find(call);
    if (!owns(call.caller(), task.upid())) {
      access.require(call.caller(), "/nodes/" + call.node(), "Sys.Modify");
    }
    task.interrupt();
    return null;
  }

  private Task find(MethodCall call) {
    var upid = Upid.parse(call.required("upid"));
    if (upid == null) {
      throw new ParameterErrors("upid", "unable to parse worker upid");
    }
    var task = tasks.find(upid);
    if (task == null) {
      throw new ParameterErrors("upid", "no such task");
    }
    if (!owns(call.caller(), upid)) {
      access.require(call.caller(), "/nodes/" + call.node(), "Sys.Audit");
    }
    return task;
  }

  private boolean audits(Caller caller, String node) {
    return access.allows(caller, "/nodes/" + node, "Sys.Audit");
  }

  /** A user sees the tasks of his tokens, a token only its own. */
  static boolean owns(Caller caller, Upid upid) {
    return caller.tokenid() == null
        ? caller.userid().equals(upid.userid())
        : caller.authid().equals(upid.user());
  }
}
