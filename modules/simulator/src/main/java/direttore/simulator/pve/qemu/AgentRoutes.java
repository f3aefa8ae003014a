package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a VM's guest agent answers: {@code /nodes/{node}/qemu/{vmid}/agent}. */
final class AgentRoutes {
  private static final String ALL = "/nodes/{node}/qemu/{vmid}/agent";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final List<String> COMMANDS =
      List.of(
          "exec",
          "exec-status",
          "file-read",
          "file-write",
          "fsfreeze-freeze",
          "fsfreeze-status",
          "fsfreeze-thaw",
          "fstrim",
          "get-fsinfo",
          "get-host-name",
          "get-osinfo",
          "get-time",
          "get-timezone",
          "get-users",
          "get-vcpus",
          "info",
          "network-get-interfaces",
          "ping",
          "set-user-password",
          "shutdown");

  private final Site site;
  private final Machine machine;

  AgentRoutes(Site site, Machine machine) {
    this.site = site;
    this.machine = machine;
  }

  void addTo(Router router) {
    router
        .on("GET", ALL, call -> COMMANDS.stream().map(c -> ResultRow.of("name", c)).toList())
        .on("POST", ALL, asking(g -> Map.of()))
        .on("GET", ALL + "/network-get-interfaces", asking(AgentRoutes::interfaces))
        .on("GET", ALL + "/get-host-name", asking(g -> Map.of("host-name", g.get("name", "vm"))))
        .on("GET", ALL + "/get-osinfo", asking(AgentRoutes::system))
        .on("GET", ALL + "/get-time", asking(g -> site.clock().now().toEpochMilli() * 1_000_000))
        .on("GET", ALL + "/get-timezone", asking(g -> Map.of("zone", "UTC", "offset", 0)))
        .on("GET", ALL + "/get-users", asking(g -> List.of()))
        .on("GET", ALL + "/get-fsinfo", asking(g -> List.of()))
        .on("GET", ALL + "/get-vcpus", asking(AgentRoutes::processors))
        .on("GET", ALL + "/get-memory-blocks", asking(g -> List.of()))
        .on("GET", ALL + "/get-memory-block-info", asking(g -> Map.of("size", 134_217_728)))
        .on("GET", ALL + "/info", asking(g -> Map.of("version", "8.2.2")))
        .on("POST", ALL + "/ping", asking(g -> Map.of()))
        .on("POST", ALL + "/fsfreeze-status", asking(g -> "thawed"))
        .on("POST", ALL + "/fsfreeze-freeze", asking(g -> 1))
        .on("POST", ALL + "/fsfreeze-thaw", asking(g -> 1))
        .on("POST", ALL + "/fstrim", asking(g -> Map.of("paths", List.of())))
        .on("POST", ALL + "/set-user-password", asking(g -> Map.of()))
        .on("POST", ALL + "/shutdown", this::shutdown)
        .on("POST", ALL + "/exec", this::exec)
        .on("GET", ALL + "/exec-status", this::execStatus)
        .on("GET", ALL + "/file-read", this::read)
        .on("POST", ALL + "/file-write", this::write);
  }

  /** An answer of the agent stands under {@code result}. */
  private Handler asking(Question question) {
    return call -> ResultRow.of("result", question.answer(reached(call)));
  }

  private interface Question {
    Object answer(Guest guest);
  }

  /** The machine, if its agent can be reached (PVE::QemuServer::Agent::agent_available). */
  private Guest reached(MethodCall call) throws InterruptedException {
    var guest = site.guests().load(Kind.QEMU, call.node(), call.vmid());
    if (!Machine.hasAgentOption(guest)) {
      throw new Failure("No QEMU guest agent configured");
    }
    if (!guest.running()) {
      throw new Failure("VM %d is not running".formatted(guest.vmid()));
    }
    if (!machine.agentAnswers(guest, site.now())) {
      site.clock().sleepUntil(site.clock().now().plus(PATIENCE));
      throw new Failure("QEMU guest agent is not running");
    }
    return guest;
  }

  private static List<ResultRow> interfaces(Guest guest) {
    var found = new ArrayList<ResultRow>();
    found.add(device("lo", "00:00:00:00:00:00", "127.0.0.1", 8));
    for (var entry : guest.config().entrySet()) {
      if (NetworkDevices.isDevice(entry.getKey())) {
        var number = entry.getKey().substring("net".length());
        var mac = QemuNics.parse(entry.getValue()).getOrDefault("macaddr", "");
        var address = address(guest, number).split("/", 2);
        found.add(
            device(
                "ens" + (18 + Integer.parseInt(number)),
                mac.toLowerCase(Locale.ROOT),
                address[0],
                Integer.parseInt(address[1])));
      }
    }
    return found;
  }

  /** The address that cloud-init sets, or one as if from DHCP. */
  private static String address(Guest guest, String number) {
    var request = PropertyString.parse(guest.get("ipconfig" + number, "")).get("ip", "dhcp");
    return request.contains("/")
        ? request
        : "10.0.%s.%d/24".formatted(number, 100 + guest.vmid() % 100);
  }

  private static ResultRow device(String name, String mac, String address, int prefix) {
    return ResultRow.of("name", name)
        .with("hardware-address", mac)
        .with(
            "ip-addresses",
            List.of(Map.of("ip-address", address, "ip-address-type", "ipv4", "prefix", prefix)));
  }

  private static Map<String, Object> system(Guest guest) {
    return Map.of(
        "id", "debian",
        "name", "Debian GNU/Linux",
        "pretty-name", "Debian GNU/Linux 12 (bookworm)",
        "version", "12 (bookworm)",
        "version-id", "12",
        "machine", "x86_64",
        "kernel-release", "6.1.0-26-amd64");
  }

  private static List<ResultRow> processors(Guest guest) {
    var rows = new ArrayList<ResultRow>();
    for (var i = 0; i < guest.number("cores", 1) * guest.number("sockets", 1); i++) {
      rows.add(ResultRow.of("logical-id", i).with("online", 1).with("can-offline", i == 0 ? 0 : 1));
    }
    return rows;
  }

  private Object shutdown(MethodCall call) throws InterruptedException {
    var guest = reached(call);
    site.guests().change(guest.vmid(), g -> g.running(Run.STOPPED));
    return ResultRow.of("result", Map.of());
  }

  private ResultRow exec(MethodCall call) throws InterruptedException {
    reached(call);
    return ResultRow.of("pid", site.ids().pid());
  }

  private ResultRow execStatus(MethodCall call) throws InterruptedException {
    reached(call);
    return ResultRow.of("exited", 1).with("exitcode", 0).with("out-data", "");
  }

  private ResultRow read(MethodCall call) throws InterruptedException {
    var guest = reached(call);
    if (!call.required("file").equals("/etc/hostname")) {
      throw new Failure(
          "Agent error: failed to open file '%s' (mode: 'r'): No such file or directory"
              .formatted(call.required("file")));
    }
    return ResultRow.of("content", guest.get("name", "vm") + "\n").with("truncated", 0);
  }

  private @Nullable Object write(MethodCall call) throws InterruptedException {
    reached(call);
    return null;
  }
}
