package direttore.simulator.pve.snapshot;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.ConfigView;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.task.TaskWork;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes for snapshots of one kind of guests, and .../feature, which tells of them. */
public final class SnapshotRoutes {
  private final Site site;
  private final Kind kind;
  private final SnapshotActions snapshots;

  /** The routes over the site's guests of that kind. */
  public SnapshotRoutes(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
    this.snapshots = new SnapshotActions(site, kind);
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    var guest = "/nodes/{node}/%s/{vmid}".formatted(kind.type());
    var all = guest + "/snapshot";
    var one = all + "/{snapname}";
    router
        .on("GET", guest + "/feature", this::feature)
        .on("GET", all, this::list)
        .on("POST", all, this::take)
        .on("GET", one, SnapshotRoutes::index)
        .on("DELETE", one, this::delete)
        .on("GET", one + "/config", this::config)
        .on("PUT", one + "/config", this::describe)
        .on("POST", one + "/rollback", this::rollback);
  }

  private List<ResultRow> list(MethodCall call) {
    var guest = load(call);
    var rows = new ArrayList<ResultRow>();
    guest
        .snapshots()
        .forEach((name, snapshot) -> {
          var row =
              ResultRow.of("name", name)
                  .with("snaptime", Long.valueOf(snapshot.getOrDefault("snaptime", "0")))
                  .with("description", snapshot.getOrDefault("description", ""))
                  .maybe("parent", snapshot.get("parent"))
                  .maybe("snapstate", snapshot.get("snapstate"));
          var ram = snapshot.containsKey("vmstate") ? 1 : 0;
          rows.add(row.when(kind == Kind.QEMU, "vmstate", ram));
        });
    rows.add(
        ResultRow.of("name", "current")
            .with("description", "You are here!")
            .with("running", guest.running() ? 1 : 0)
            .with("digest", guest.digest())
            .maybe("parent", guest.get("parent"))
            .when("snapshot".equals(guest.lock()), "snapstate", "prepare"));
    return rows;
  }

  private Object take(MethodCall call) {
    var name = call.required("snapname");
    if (name.equals("current")) {
      throw new Failure("unable to use snapshot name 'current' (reserved name)");
    }
    if (name.equals("pending")) {
      throw new Failure("unable to use snapshot name 'pending' (reserved name)");
    }
    return task(
        call,
        "snapshot",
        worker ->
            snapshots.take(
                call.node(),
                call.vmid(),
                name,
                call.text("description"),
                call.flag("vmstate"),
                worker));
  }

  private Object delete(MethodCall call) {
    return task(
        call,
        "delsnapshot",
        worker -> snapshots.delete(call.node(), call.vmid(), call.required("snapname"), worker));
  }

  private Object rollback(MethodCall call) {
    return task(
        call,
        "rollback",
        worker -> snapshots.rollback(call.node(), call.vmid(), call.required("snapname"), worker));
  }

  private Object config(MethodCall call) {
    return ConfigView.snapshot(load(call), call.required("snapname"));
  }

  private @Nullable Object describe(MethodCall call) {
    var name = call.required("snapname");
    var text = call.text("description");
    SnapshotActions.need(load(call), name);
    site.guests()
        .change(
            call.vmid(),
            g -> {
              var snapshot = new TreeMap<>(SnapshotActions.need(g, name));
              if (text != null) {
                snapshot.put("description", text);
              }
              var all = new TreeMap<>(g.snapshots());
              all.put(name, snapshot);
              return g.remembering(all);
            });
    return null;
  }

  private Object feature(MethodCall call) {
    var guest = load(call);
    var feature = call.required("feature");
    var has =
        switch (feature) {
          case "snapshot" -> snapshots.isPossible(guest);
          case "clone" -> guest.isTemplate() || call.text("snapname") != null;
          case "copy" -> true;
          default -> throw new ParameterErrors("feature", "unknown feature");
        };
    var row = ResultRow.of("hasFeature", has ? 1 : 0);
    return kind == Kind.QEMU ? row.with("nodes", nodes(guest)) : row;
  }

  /** The nodes that reach all storages of the guest. */
  private List<String> nodes(Guest guest) {
    var local =
        site.disks().storages().all().stream()
            .filter(s -> !s.shared())
            .map(Storage::id)
            .anyMatch(id -> guest.config().values().stream().anyMatch(v -> v.startsWith(id + ":")));
    return local ? List.of(guest.node()) : site.nodes().all().stream().map(n -> n.name()).toList();
  }

  private String task(MethodCall call, String action, TaskWork work) {
    return site.task(kind, action, call, work);
  }

  private static List<ResultRow> index(MethodCall call) {
    return Stream.of("rollback", "config").map(s -> ResultRow.of("cmd", s)).toList();
  }

  private Guest load(MethodCall call) {
    return snapshots.load(call.node(), call.vmid());
  }
}
