package direttore.proxmox.cluster;

import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tasks of the cluster began or ended between two looks at its list of them. */
final class TaskWatch {
  /** Whether each task runs, as it was listed last; null before the first look. */
  private @Nullable Map<Upid, Boolean> known;

  /** What is new in the list, nothing at the first look; a task that left it has ended. */
  synchronized List<Upid> changed(List<TaskReport> list) {
    var now = new HashMap<Upid, Boolean>();
    list.forEach(task -> now.merge(task.upid(), task.running(), Boolean::logicalAnd));
    var before = known;
    known = now;
    if (before == null) {
      return List.of();
    }
    var changed = new ArrayList<Upid>();
    now.forEach((task, runs) -> {
      if (!runs.equals(before.get(task))) {
        changed.add(task);
      }
    });
    before.forEach((task, ran) -> {
      if (ran && !now.containsKey(task)) {
        changed.add(task);
      }
    });
    return List.copyOf(changed);
  }
}
