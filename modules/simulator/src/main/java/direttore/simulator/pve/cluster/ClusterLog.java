package direttore.simulator.pve.cluster;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code GET /cluster/log}: the beginning and end of tasks, newest first. */
final class ClusterLog {
  private static final int USUAL = 50;
  private static final int INFO = 6;

  private final Site site;

  ClusterLog(Site site) {
    this.site = site;
  }

  List<ResultRow> list(MethodCall call) {
    var all = site.access().allows(call.caller(), "/", "Sys.Syslog");
    var entries = new ArrayList<Entry>();
    for (var node : site.nodes().all()) {
      add(node, entries);
    }
    return entries.stream()
        .filter(e -> all || e.user.equals(call.caller().authid()))
        .sorted(Comparator.comparingLong(Entry::time).reversed())
        .limit(call.parameters().integer("max", USUAL))
        .map(Entry::row)
        .toList();
  }

  private void add(Node node, List<Entry> entries) {
    site.tasks().running(node.name()).forEach(t -> entries.add(begin(t)));
    var finished = site.tasks().finished(node.name());
    finished.stream()
        .limit(USUAL)
        .forEach(t -> {
          var end = t.end();
          entries.add(begin(t));
          if (end != null) {
            entries.add(entry(t, end.time(), "end task %s %s".formatted(t.upid(), end.status())));
          }
        });
    entries.add(
        new Entry(node.booted(), node.name(), "root", 1, "cluster", "starting cluster log"));
  }

  private static Entry begin(Task task) {
    return entry(task, task.upid().starttime(), "starting task " + task.upid());
  }

  private static Entry entry(Task task, long time, String text) {
    var upid = task.upid();
    return new Entry(time, upid.node(), upid.user(), upid.pid(), "pvedaemon", text);
  }

  private record Entry(long time, String node, String user, long pid, String tag, String text) {
    ResultRow row() {
      var uid = Long.toString(Integer.toUnsignedLong(hashCode()));
      return ResultRow.of("uid", uid)
          .with("id", uid + ":" + node)
          .with("node", node)
          .with("time", time)
          .with("user", user)
          .with("pid", pid)
          .with("tag", tag)
          .with("pri", INFO)
          .with("msg", text);
    }
  }
}
