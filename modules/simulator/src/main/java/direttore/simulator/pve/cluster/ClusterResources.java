package direttore.simulator.pve.cluster;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.Storages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GET /cluster/resources. The figures, names and states of guests come from pvestatd, so they may
 * be up to ten seconds old; existence, lock and tags are known at once.
 */
final class ClusterResources {
  private final TaskClock clock;
  private final Nodes nodes;
  private final Guests guests;
  private final Storages storages;
  private final PoolTable pools;
  private final Ha ha;
  private final AccessControl access;
  private final ResourceRows rows;
  private final Duration lag;
  private Told told = new Told(Long.MIN_VALUE, -1, Map.of());

  /**
   * @param lag how old what pvestatd told may be; zero for never
   */
  ClusterResources(Site site, ResourceRows rows, Duration lag) {
    this.clock = site.clock();
    this.nodes = site.nodes();
    this.guests = site.guests();
    this.storages = site.disks().storages();
    this.pools = site.pools();
    this.ha = site.ha();
    this.access = site.access();
    this.rows = rows;
    this.lag = lag;
  }

  List<ResultRow> list(MethodCall call) {
    var type = call.parameters().text("type", "");
    var caller = call.caller();
    var found = new ArrayList<ResultRow>();
    if (type.isEmpty()) {
      pools(caller, found);
    }
    if (type.isEmpty() || type.equals("vm")) {
      guests(caller, found);
    }
    if (type.isEmpty() || type.equals("node")) {
      nodes.all().forEach(n -> found.add(rows.node(n, audits(caller, n.name()))));
    }
    if (type.isEmpty() || type.equals("storage")) {
      storages(caller, found);
    }
    if (type.isEmpty() && access.allows(caller, "/sdn/zones/localnetwork", "SDN.Audit")) {
      nodes.all().forEach(n -> found.add(rows.network(n)));
    }
    return found;
  }

  private void pools(Caller caller, List<ResultRow> found) {
    for (var pool : pools.all()) {
      if (access.allows(caller, "/pool/" + pool.id(), "Pool.Audit")) {
        found.add(
            ResultRow.of("id", "/pool/" + pool.id()).with("pool", pool.id()).with("type", "pool"));
      }
    }
  }

  private void guests(Caller caller, List<ResultRow> found) {
    var known = told().rows();
    var members = members(caller);
    var every = caller.isRoot();
    for (var guest : guests.all()) {
      if (every || access.allows(caller, "/vms/" + guest.vmid(), "VM.Audit")) {
        found.add(joined(guest, known.get(guest.vmid()), members.get(guest.vmid())));
      }
    }
  }

  /** The second of which pvestatd last told. */
  long toldAt() {
    return told().at();
  }

  /** What pvestatd last told of a guest, as pools show their members. */
  ResultRow told(Guest guest) {
    var known = told().rows().get(guest.vmid());
    return (known == null ? ResultRow.of("status", "unknown") : known.copy())
        .and(ResourceRows.named(guest));
  }

  /** A storage as pools show it, or null where the node has not got it. */
  @Nullable ResultRow storage(Storage storage, String node) {
    return rows.storage(storage, node);
  }

  private ResultRow joined(Guest guest, @Nullable ResultRow known, @Nullable String pool) {
    var row = known == null ? ResultRow.of("status", "unknown") : known.copy();
    var service = ha.find(guest.kind().service(guest.vmid()));
    return row.and(ResourceRows.named(guest))
        .maybe("lock", guest.lock())
        .maybe("tags", guest.get("tags"))
        .maybe("pool", pool)
        .maybe("hastate", service.map(Ha.Service::state).orElse(null));
  }

  private void storages(Caller caller, List<ResultRow> found) {
    for (var storage : storages.all()) {
      if (access.allows(caller, "/storage/" + storage.id(), "Datastore.Audit")) {
        for (var node : nodes.all()) {
          var row = rows.storage(storage, node.name());
          if (row != null) {
            found.add(row);
          }
        }
      }
    }
  }

  private boolean audits(Caller caller, String node) {
    return access.allows(caller, "/nodes/" + node, "Sys.Audit");
  }

  /** The pool of each guest, as far as the caller may see pools. */
  private Map<Integer, String> members(Caller caller) {
    var members = new HashMap<Integer, String>();
    pools.all().stream()
        .filter(p -> access.allows(caller, "/pool/" + p.id(), "Pool.Audit"))
        .forEach(p -> p.guests().forEach(vmid -> members.put(vmid, p.id())));
    return members;
  }

  private synchronized Told told() {
    var now = clock.now().getEpochSecond();
    var fresh =
        lag.isZero()
            ? told.version == guests.version() && told.at == now
            : told.at > now - lag.toSeconds();
    if (!fresh) {
      var version = guests.version();
      var all = new HashMap<Integer, ResultRow>();
      guests.all().forEach(g -> all.put(g.vmid(), rows.guest(g, now)));
      told = new Told(now, version, all);
    }
    return told;
  }

  /** What pvestatd told. */
  private record Told(long at, long version, Map<Integer, ResultRow> rows) {}
}
