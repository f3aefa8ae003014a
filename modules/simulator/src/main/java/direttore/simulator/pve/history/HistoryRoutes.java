package direttore.simulator.pve.history;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storage;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * The rrddata of nodes, guests and storages, computed from the same waves as the present usage.
 * Before something ran, a row has its time alone.
 */
public final class HistoryRoutes {
  private final Site site;
  private final Usage usage;

  /** The history of a site. */
  public HistoryRoutes(Site site, Usage usage) {
    this.site = site;
    this.usage = usage;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", "/nodes/{node}/rrddata", this::node)
        .on("GET", "/nodes/{node}/qemu/{vmid}/rrddata", call -> guest(call, Kind.QEMU))
        .on("GET", "/nodes/{node}/lxc/{vmid}/rrddata", call -> guest(call, Kind.LXC))
        .on("GET", "/nodes/{node}/storage/{storage}/rrddata", this::storage);
  }

  private List<ResultRow> node(MethodCall call) {
    var node = site.nodes().get(call.node());
    return rows(call, second -> second < node.booted() ? time(second) : node(node, second));
  }

  private ResultRow node(Node node, long second) {
    var load = usage.of(node, second);
    return time(second)
        .with("cpu", load.cpu())
        .with("maxcpu", node.cpus())
        .with("loadavg", load.cpu() * node.cpus())
        .with("iowait", load.cpu() / 50)
        .with("memtotal", node.memory())
        .with("memused", load.memory())
        .with("memavailable", node.memory() - load.memory())
        .with("swaptotal", 0)
        .with("swapused", 0)
        .with("arcsize", 0)
        .with("roottotal", node.disk())
        .with("rootused", node.disk() / 10)
        .with("netin", rate(load.netin(), load.uptime()))
        .with("netout", rate(load.netout(), load.uptime()))
        .with("pressurecpusome", load.cpu())
        .with("pressureiosome", 0)
        .with("pressureiofull", 0)
        .with("pressurememorysome", 0)
        .with("pressurememoryfull", 0);
  }

  private List<ResultRow> guest(MethodCall call, Kind kind) {
    var guest = site.guests().load(kind, call.node(), call.vmid());
    return rows(
        call,
        second ->
            guest.running() && second >= guest.run().since() ? guest(guest, second) : time(second));
  }

  private ResultRow guest(Guest guest, long second) {
    var load = usage.of(guest, second);
    return time(second)
        .with("cpu", load.cpu())
        .with("maxcpu", Usage.cpus(guest, site.nodes().get(guest.node()).cpus()))
        .with("mem", load.memory())
        .with("memhost", load.memory())
        .with("maxmem", Usage.memory(guest))
        .with("disk", 0)
        .with("netin", rate(load.netin(), load.uptime()))
        .with("netout", rate(load.netout(), load.uptime()))
        .with("diskread", rate(load.diskread(), load.uptime()))
        .with("diskwrite", rate(load.diskwrite(), load.uptime()))
        .with("pressurecpusome", 0)
        .with("pressurecpufull", 0)
        .with("pressureiosome", 0)
        .with("pressureiofull", 0)
        .with("pressurememorysome", 0)
        .with("pressurememoryfull", 0);
  }

  private List<ResultRow> storage(MethodCall call) {
    var storage = site.disks().storages().get(call.required("storage"));
    var used = site.disks().space().used(storage, call.node());
    return rows(call, second -> storage(storage, used, second));
  }

  private static ResultRow storage(Storage storage, long used, long second) {
    return time(second).with("total", storage.total()).with("used", used);
  }

  private List<ResultRow> rows(MethodCall call, LongFunction<ResultRow> row) {
    var frame = Frame.of(call.required("timeframe"));
    var last = site.now() / frame.step * frame.step;
    return LongStream.rangeClosed(1 - frame.rows, 0)
        .mapToObj(i -> row.apply(last + i * frame.step))
        .toList();
  }

  private static ResultRow time(long second) {
    return ResultRow.of("time", second);
  }

  private static double rate(long bytes, long seconds) {
    return seconds == 0 ? 0 : (double) bytes / seconds;
  }

  /** Step in seconds and number of rows (PVE::RRD::create_rrd_data of PVE 9). */
  private record Frame(long step, long rows) {
    static Frame of(String name) {
      return switch (name) {
        case "hour" -> new Frame(60, 60);
        case "day" -> new Frame(60, 1440);
        case "week" -> new Frame(1800, 336);
        case "month" -> new Frame(1800, 1440);
        case "year" -> new Frame(6 * 3600, 1440);
        default -> new Frame(7 * 86_400, 570);
      };
    }
  }
}
