package direttore.simulator.pve.migration;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a migration needs, and the migration: GET and POST .../migrate. */
public final class MigrationRoutes {
  private final Site site;
  private final Kind kind;

  /** The routes over the site's guests of that kind. */
  public MigrationRoutes(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    var one = "/nodes/{node}/%s/{vmid}/migrate".formatted(kind.type());
    router
        .on("GET", one, kind == Kind.QEMU ? this::machine : this::container)
        .on("POST", one, this::migrate);
  }

  private ResultRow container(MethodCall call) {
    var guest = load(call);
    return ResultRow.of("running", guest.running() ? 1 : 0)
        .with("allowed-nodes", others(call.node()))
        .with("not-allowed-nodes", new TreeMap<>())
        .with("dependent-ha-resources", List.of());
  }

  private ResultRow machine(MethodCall call) {
    var guest = load(call);
    var allowed = new ArrayList<String>();
    var refused = new TreeMap<String, ResultRow>();
    for (var node : others(call.node())) {
      var missing = missing(guest, node);
      if (missing.isEmpty()) {
        allowed.add(node);
      } else {
        refused.put(node, ResultRow.of("unavailable_storages", missing));
      }
    }
    var local =
        LocalVolumes.local(guest, site).values().stream()
            .map(u ->
                ResultRow.of("volid", u.volid().toString())
                    .with("size", u.volume().size())
                    .with("cdrom", u.cdrom() ? 1 : 0)
                    .with("is_unused", u.isUnused() ? 1 : 0))
            .toList();
    return ResultRow.of("running", guest.running() ? 1 : 0)
        .with("allowed_nodes", allowed)
        .with("not_allowed_nodes", refused)
        .with("local_disks", local)
        .with("local_resources", Migration.localDevices(guest))
        .with("mapped-resources", List.of())
        .with("mapped-resource-info", new TreeMap<>())
        .with("has-dbus-vmstate", 1)
        .with("dependent-ha-resources", List.of());
  }

  private List<String> others(String node) {
    return site.nodes().all().stream()
        .map(Node::name)
        .filter(n -> !n.equals(node) && site.nodes().isOnline(n))
        .toList();
  }

  private List<String> missing(Guest guest, String node) {
    return LocalVolumes.all(guest, site).values().stream()
        .map(u -> u.volid().storage())
        .distinct()
        .filter(s -> !site.disks().storages().get(s).isEnabledOn(node))
        .toList();
  }

  private String migrate(MethodCall call) {
    var target = call.required("target");
    if (target.equals(call.node())) {
      throw new ParameterErrors("target", "target is local node.");
    }
    site.nodes().checkQuorum();
    site.nodes().get(target);
    for (var option : List.of("force", "migration_type", "migration_network")) {
      if (call.text(option) != null && !call.caller().isRoot()) {
        throw new ParameterErrors(option, "Only root may use this option.");
      }
    }
    var guest = load(call);
    if (kind == Kind.QEMU) {
      GuestLocks.check(guest);
    }
    if (guest.running() && !call.flag("online") && !call.flag("restart")) {
      throw new Failure(
          kind == Kind.QEMU
              ? "can't migrate running VM without --online"
              : "can't migrate running container without --online or --restart");
    }
    var order = order(call, StorageMap.of(call.text(mapping())));
    order.storages().check(call, guest, kind, site);
    if (site.ha().isManaged(kind, call.vmid())) {
      return managed(order);
    }
    return start(order, call.caller());
  }

  private String mapping() {
    return kind == Kind.QEMU ? "targetstorage" : "target-storage";
  }

  private Migration.Order order(MethodCall call, StorageMap storages) {
    return new Migration.Order(
        kind,
        call.node(),
        call.vmid(),
        call.required("target"),
        call.flag("online"),
        call.flag("restart"),
        call.flag("with-local-disks"),
        call.flag("force"),
        storages);
  }

  /** The task only notes the request; the manager carries it out a little later, as root. */
  private String managed(Migration.Order order) {
    return site.tasks()
        .start(
            order.node(),
            "hamigrate",
            String.valueOf(order.vmid()),
            Caller.ROOT,
            worker -> {
              worker.log(
                  "Requesting HA migration for %s %d to node %s"
                      .formatted(kind.title(), order.vmid(), order.target()));
              start(order.byManager(), Caller.ROOT);
            });
  }

  private String start(Migration.Order order, Caller caller) {
    return site.tasks()
        .start(
            order.node(),
            // qmigrate, but vzmigrate.
            kind == Kind.QEMU ? "qmigrate" : "vzmigrate",
            String.valueOf(order.vmid()),
            caller,
            worker -> new Migration(site, order, worker).run());
  }

  private Guest load(MethodCall call) {
    return site.guests().load(kind, call.node(), call.vmid());
  }
}
