package direttore.simulator.pve.cluster;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.pool.PoolTable.Pool;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /pools}, in the newer form with a parameter and in the older one with a path. */
final class PoolRoutes {
  private static final String ONE = "/pools/{poolid}";

  private final PoolTable pools;
  private final Guests guests;
  private final Storages storages;
  private final Nodes nodes;
  private final AccessControl access;
  private final ClusterResources resources;

  PoolRoutes(Site site, ClusterResources resources) {
    this.pools = site.pools();
    this.guests = site.guests();
    this.storages = site.disks().storages();
    this.nodes = site.nodes();
    this.access = site.access();
    this.resources = resources;
  }

  void addTo(Router router) {
    router
        .on("GET", "/pools", this::list)
        .on("POST", "/pools", this::create)
        .on("PUT", "/pools", this::update)
        .on("DELETE", "/pools", this::delete)
        .on("GET", ONE, call -> shown(existing(call, ""), call))
        .on("PUT", ONE, this::update)
        .on("DELETE", ONE, this::delete);
  }

  private List<ResultRow> list(MethodCall call) {
    if (call.text("poolid") != null) {
      return List.of(shown(existing(call, ""), call));
    }
    return pools.all().stream()
        .filter(p -> access.allows(call.caller(), "/pool/" + p.id(), "Pool.Audit"))
        .map(p -> ResultRow.of("poolid", p.id()).maybe("comment", p.comment()))
        .toList();
  }

  private ResultRow shown(Pool pool, MethodCall call) {
    var type = call.text("type");
    var members = new ArrayList<ResultRow>();
    for (var vmid : new TreeSet<>(pool.guests())) {
      guests
          .find(vmid)
          .filter(g -> type == null || type.equals(g.kind().type()))
          .ifPresent(g -> members.add(resources.told(g)));
    }
    if (type == null || type.equals("storage")) {
      for (var id : new TreeSet<>(pool.storages())) {
        storages
            .find(id)
            .map(s -> resources.storage(s, nodes.local().name()))
            .ifPresent(members::add);
      }
    }
    return ResultRow.of("poolid", pool.id())
        .with("members", members)
        .maybe("comment", pool.comment());
  }

  private @Nullable Object create(MethodCall call) {
    var id = call.required("poolid");
    var doing = "create pool failed: ";
    if (pools.find(id).isPresent()) {
      throw new Failure("%spool '%s' already exists".formatted(doing, id));
    }
    var slash = id.lastIndexOf('/');
    if (slash > 0 && pools.find(id.substring(0, slash)).isEmpty()) {
      throw new Failure(
          "%sparent '%s' of pool '%s' does not exist".formatted(doing, id.substring(0, slash), id));
    }
    if (!Character.isLetter(id.charAt(slash + 1))) {
      throw new Failure(doing + "pool name must start with a letter");
    }
    pools.put(new Pool(id, call.text("comment"), Set.of(), Set.of()));
    return null;
  }

  private synchronized @Nullable Object update(MethodCall call) {
    var pool = existing(call, "update pools failed: ");
    if (call.text("comment") != null) {
      pool = new Pool(pool.id(), call.text("comment"), pool.guests(), pool.storages());
    }
    for (var vmid : call.parameters().list("vms")) {
      pool = withGuest(pool, Integer.parseInt(vmid), call);
    }
    for (var storage : call.parameters().list("storage")) {
      access.requireModify(call.caller(), "/storage/" + storage);
      requireChange(
          "Storage '" + storage + "'", pool.storages().contains(storage), call.flag("delete"));
      pool = pool.withStorage(storage, !call.flag("delete"));
    }
    pools.put(pool);
    return null;
  }

  private Pool withGuest(Pool pool, int vmid, MethodCall call) {
    access.requireModify(call.caller(), "/vms/" + vmid);
    requireChange("VM " + vmid, pool.guests().contains(vmid), call.flag("delete"));
    if (call.flag("delete")) {
      return pool.withoutGuest(vmid);
    }
    var other = pools.ofGuest(vmid);
    if (other != null && !call.flag("allow-move")) {
      throw new Failure(
          "update pools failed: VM %d belongs already to pool '%s' and 'allow-move' is not set"
              .formatted(vmid, other));
    }
    if (other != null) {
      access.require(call.caller(), "/pool/" + other, "Pool.Allocate");
      pools.forget(vmid);
    }
    return pool.withGuest(vmid);
  }

  private static void requireChange(String what, boolean member, boolean delete) {
    if (member != delete) {
      throw new Failure(
          "update pools failed: %s is %s a pool member"
              .formatted(what, member ? "already" : "not"));
    }
  }

  private @Nullable Object delete(MethodCall call) {
    var pool = existing(call, "delete pool failed: ");
    for (var other : pools.names()) {
      if (other.startsWith(pool.id() + "/")) {
        throw notEmpty(pool, "pool '" + other + "'");
      }
    }
    pool.guests().stream()
        .filter(vmid -> guests.find(vmid).isPresent())
        .sorted()
        .findFirst()
        .ifPresent(vmid -> {
          throw notEmpty(pool, "VM " + vmid);
        });
    pool.storages().stream()
        .filter(id -> storages.find(id).isPresent())
        .sorted()
        .findFirst()
        .ifPresent(id -> {
          throw notEmpty(pool, "storage '" + id + "'");
        });
    pools.remove(pool.id());
    access.forget("/pool/" + pool.id());
    return null;
  }

  private static Failure notEmpty(Pool pool, String member) {
    return new Failure(
        "delete pool failed: pool '%s' is not empty (contains %s)".formatted(pool.id(), member));
  }

  private Pool existing(MethodCall call, String doing) {
    var id = call.required("poolid");
    return pools
        .find(id)
        .orElseThrow(() -> new Failure("%spool '%s' does not exist".formatted(doing, id)));
  }
}
