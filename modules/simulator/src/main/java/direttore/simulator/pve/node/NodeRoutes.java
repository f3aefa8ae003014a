package direttore.simulator.pve.node;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.release.Release;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The nodes: /nodes and what each tells of itself. */
public final class NodeRoutes {
  private static final String ONE = "/nodes/{node}";
  private static final String KERNEL = "6.17.2-1-pve";
  private static final String BUILD = "#1 SMP PREEMPT_DYNAMIC PMX 6.17.2-1 (2026-04-21T11:55Z)";
  private static final List<String> CHILDREN =
      List.of(
          "aplinfo",
          "apt",
          "capabilities",
          "ceph",
          "certificates",
          "config",
          "disks",
          "dns",
          "firewall",
          "hardware",
          "hosts",
          "journal",
          "lxc",
          "migrateall",
          "netstat",
          "network",
          "qemu",
          "query-oci-repo-tags",
          "query-url-metadata",
          "replication",
          "report",
          "rrd",
          "rrddata",
          "scan",
          "sdn",
          "services",
          "spiceshell",
          "startall",
          "status",
          "stopall",
          "storage",
          "subscription",
          "suspendall",
          "syslog",
          "tasks",
          "termproxy",
          "time",
          "version",
          "vncshell",
          "vzdump",
          "wakeonlan");

  private final Nodes nodes;
  private final Usage usage;
  private final ToLongFunction<Node> disk;
  private final AccessControl access;
  private final TaskClock clock;
  private final String fingerprint;
  private final Release release;

  /**
   * The routes over these nodes.
   *
   * @param disk bytes in use on a node's root file system
   * @param fingerprint of the certificate that all of them show
   */
  public NodeRoutes(
      Nodes nodes,
      Usage usage,
      ToLongFunction<Node> disk,
      AccessControl access,
      TaskClock clock,
      String fingerprint,
      Release release) {
    this.nodes = nodes;
    this.usage = usage;
    this.disk = disk;
    this.access = access;
    this.clock = clock;
    this.fingerprint = fingerprint;
    this.release = release;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", "/nodes", this::list)
        .on("GET", ONE, call -> CHILDREN.stream().map(c -> ResultRow.of("name", c)).toList())
        .on("GET", ONE + "/status", this::status)
        .on("GET", ONE + "/version", call -> version())
        .on("GET", "/version", call -> version())
        .on("GET", ONE + "/time", this::time)
        .on("GET", ONE + "/dns", call -> ResultRow.of("dns1", "10.0.0.53").with("search", "lab"))
        .on("GET", ONE + "/config", call -> new ResultRow());
  }

  private ResultRow version() {
    return ResultRow.of("version", release.version())
        .with("release", release.series())
        .with("repoid", release.repository());
  }

  private List<ResultRow> list(MethodCall call) {
    return nodes.all().stream().map(n -> listed(call, n)).toList();
  }

  private ResultRow listed(MethodCall call, Node node) {
    var row =
        ResultRow.of("node", node.name())
            .with("id", "node/" + node.name())
            .with("type", "node")
            .with("level", "")
            .with("ssl_fingerprint", fingerprint)
            .with("status", nodes.status(node.name()));
    return access.allows(call.caller(), "/nodes/" + node.name(), "Sys.Audit")
        ? row.and(figures(node))
        : row;
  }

  /**
   * The figures of a node as lists show them; of a node that is down only its size is known, of one
   * that has just booted nothing.
   */
  public ResultRow figures(Node node) {
    if (nodes.status(node.name()).equals("unknown")) {
      return new ResultRow();
    }
    var row =
        ResultRow.of("maxcpu", node.cpus())
            .with("maxmem", node.memory())
            .with("maxdisk", node.disk());
    if (nodes.isOnline(node.name())) {
      var load = usage.of(node, clock.now().getEpochSecond());
      row.with("cpu", load.cpu())
          .with("mem", load.memory())
          .with("disk", disk.applyAsLong(node))
          .with("uptime", load.uptime());
    }
    return row;
  }

  private ResultRow status(MethodCall call) {
    var node = nodes.get(call.node());
    var load = usage.of(node, clock.now().getEpochSecond());
    var used = disk.applyAsLong(node);
    return ResultRow.of("uptime", load.uptime())
        .with("cpu", load.cpu())
        .with("wait", load.cpu() / 50)
        .with("idle", 0)
        .with("loadavg", average(load, node))
        .with("pveversion", "pve-manager/%s/%s".formatted(release.version(), release.repository()))
        .with("kversion", "Linux " + KERNEL + " " + BUILD)
        .with("current-kernel", kernel())
        .with("boot-info", ResultRow.of("mode", "efi").with("secureboot", 0))
        .with("ksm", ResultRow.of("shared", 0))
        .with("cpuinfo", processors(node))
        .with("memory", memory(node, load))
        .with("swap", ResultRow.of("total", 0).with("used", 0).with("free", 0))
        .with(
            "rootfs",
            ResultRow.of("total", node.disk())
                .with("used", used)
                .with("free", node.disk() - used)
                .with("avail", (node.disk() - used) * 95 / 100));
  }

  private static List<String> average(Usage.Load load, Node node) {
    return Stream.of(1.0, 0.9, 0.8)
        .map(part -> String.format(Locale.ROOT, "%.2f", load.cpu() * node.cpus() * part))
        .toList();
  }

  private static ResultRow kernel() {
    return ResultRow.of("sysname", "Linux")
        .with("release", KERNEL)
        .with("version", BUILD)
        .with("machine", "x86_64");
  }

  private static ResultRow memory(Node node, Usage.Load load) {
    var free = node.memory() - load.memory();
    return ResultRow.of("total", node.memory())
        .with("used", load.memory())
        .with("free", free * 9 / 10)
        .with("available", free);
  }

  private static ResultRow processors(Node node) {
    return ResultRow.of("cpus", node.cpus())
        .with("cores", Math.max(1, node.cpus() / 2))
        .with("sockets", 1)
        .with("model", "AMD EPYC 7402P 24-Core Processor")
        .with("vendor", "AuthenticAMD")
        .with("family", "23")
        .with("mhz", "2794.748")
        .with("hvm", "1")
        .with("user_hz", 100)
        .with("flags", "fpu vme de pse tsc msr pae mce cx8 apic sep svm aes avx2 sha_ni");
  }

  private ResultRow time(MethodCall call) {
    var now = clock.now().getEpochSecond();
    return ResultRow.of("time", now).with("localtime", now).with("timezone", "UTC");
  }
}
