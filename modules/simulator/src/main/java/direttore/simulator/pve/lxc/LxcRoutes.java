package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.change.ConfigUpdate;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.lifecycle.CommonRoutes;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes below /nodes/{node}/lxc. */
public final class LxcRoutes {
  private static final String ALL = "/nodes/{node}/lxc";
  private static final String ONE = ALL + "/{vmid}";
  private static final List<String> CHILDREN =
      List.of(
          "config",
          "pending",
          "status",
          "vncproxy",
          "termproxy",
          "vncwebsocket",
          "spiceproxy",
          "migrate",
          "clone",
          "rrd",
          "rrddata",
          "firewall",
          "snapshot",
          "resize",
          "interfaces");

  private final CommonRoutes common;
  private final LxcPower power;
  private final LxcCreate create;
  private final ConfigUpdate update;
  private final LxcClone clone;

  /** The routes over a site's containers. */
  public LxcRoutes(Site site, LxcRows rows, HaManager manager, Backups backups) {
    this.common = new CommonRoutes(site, Kind.LXC, rows);
    var boot = new LxcBoot(site);
    var halt = new LxcHalt(site, boot);
    this.power = new LxcPower(site, boot, halt, manager);
    var maker = new RootMaker(site.disks(), site.ids(), site.pace());
    this.create = new LxcCreate(site, maker, boot, backups);
    this.clone = new LxcClone(site);
    this.update = new ConfigUpdate(site, Kind.LXC, new LxcPlug(maker, site.ids()));
    manager.drive(
        Kind.LXC, boot::start, (node, vmid, worker) -> halt.shutdown(node, vmid, -1, true, worker));
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    common.addTo(router, power, update);
    router
        .on("POST", ALL, create)
        .on("GET", ONE, this::index)
        .on("GET", ONE + "/status", this::statusIndex)
        .on("GET", ONE + "/interfaces", this::interfaces)
        .on("POST", ONE + "/clone", clone);
  }

  private List<ResultRow> index(MethodCall call) {
    common.load(call);
    return CHILDREN.stream().map(c -> ResultRow.of("subdir", c)).toList();
  }

  private List<ResultRow> statusIndex(MethodCall call) {
    common.load(call);
    return Stream.of("current", "start", "stop", "shutdown", "reboot", "migrate")
        .map(s -> ResultRow.of("subdir", s))
        .toList();
  }

  private @Nullable Object interfaces(MethodCall call) {
    var guest = common.load(call);
    if (!guest.running()) {
      return null;
    }
    var found = new ArrayList<ResultRow>();
    found.add(nic("lo", "00:00:00:00:00:00", "127.0.0.1/8"));
    guest
        .config()
        .forEach((key, value) -> {
          if (NetworkDevices.isDevice(key)) {
            var nic = PropertyString.parse(value);
            var address = nic.get("ip", "");
            var leased = "10.0.0.%d/24".formatted(100 + guest.vmid() % 100);
            found.add(
                nic(
                    nic.get("name", key),
                    nic.get("hwaddr", "").toLowerCase(Locale.ROOT),
                    address.equals("dhcp") ? leased : address));
          }
        });
    return found;
  }

  private static ResultRow nic(String name, String address, String cidr) {
    var row = ResultRow.of("name", name).with("hwaddr", address).with("hardware-address", address);
    if (!cidr.contains("/")) {
      return row.with("ip-addresses", List.of());
    }
    var parts = List.of(cidr.split("/", -1));
    return row.with("inet", cidr)
        .with(
            "ip-addresses",
            List.of(
                ResultRow.of("ip-address", parts.get(0))
                    .with("prefix", parts.get(1))
                    .with("ip-address-type", "inet")));
  }
}
