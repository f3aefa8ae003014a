package direttore.simulator.pve.task;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.MethodCall;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows.
 *
 * @param auditor the caller may see the tasks of others
 * @param user part of the user's name, or null
 * @param type the exact type, or null
 * @param id what the task is about, or null
 * @param kinds ok, warning, error, unknown
 */
record TaskFilter(
    Caller caller,
    boolean auditor,
    @Nullable String user,
    @Nullable String type,
    @Nullable String id,
    Set<String> kinds,
    long since,
    long until) {

  static TaskFilter of(MethodCall call, boolean auditor) {
    var wanted = call.parameters().list("statusfilter");
    var kinds = wanted.isEmpty() ? List.of("ok", "warning", "error", "unknown") : wanted;
    return new TaskFilter(
        call.caller(),
        auditor,
        call.text("userfilter"),
        call.text("typefilter"),
        call.text("vmid"),
        call.flag("errors") ? Set.of("warning", "error", "unknown") : Set.copyOf(kinds),
        call.parameters().integer("since", 0),
        call.parameters().integer("until", Long.MAX_VALUE));
  }

  boolean accepts(Task task) {
    var upid = task.upid();
    return (auditor || TaskRoutes.owns(caller, upid))
        && (user == null || upid.userid().toLowerCase(Locale.ROOT).contains(lower(user)))
        && (type == null || upid.type().equals(type))
        && (id == null || upid.id().equals(id))
        && upid.starttime() >= since
        && upid.starttime() <= until
        && kinds.contains(kind(task.end()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String kind(Task.@Nullable End end) {
    if (end == null || end.status().equals("OK")) {
      return end == null ? "unknown" : "ok";
    }
    if (end.status().startsWith("WARNINGS: ")) {
      return "warning";
    }
    return end.status().equals(Task.KILLED) ? "unknown" : "error";
  }
}
