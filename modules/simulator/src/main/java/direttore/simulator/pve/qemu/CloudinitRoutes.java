package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestRows;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cloud-init is told: /nodes/{node}/qemu/{vmid}/cloudinit. */
public final class CloudinitRoutes {
  private static final String ONE = "/nodes/{node}/qemu/{vmid}/cloudinit";
  private static final String KEYS =
      "ci(custom|password|type|user|upgrade)|nameserver|searchdomain|sshkeys|ipconfig\\d+";

  private final Site site;

  /** The routes over a site's machines. */
  public CloudinitRoutes(Site site) {
    this.site = site;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", ONE, this::pending)
        .on("PUT", ONE, this::regenerate)
        .on("GET", ONE + "/dump", this::dump);
  }

  private List<ResultRow> pending(MethodCall call) {
    var rows = new ArrayList<ResultRow>();
    load(call)
        .config()
        .forEach((key, value) -> {
          if (key.matches(KEYS)) {
            rows.add(
                ResultRow.of("key", key).with("value", GuestRows.value(Kind.QEMU, key, value)));
          }
        });
    return rows;
  }

  private @Nullable Object regenerate(MethodCall call) throws InterruptedException {
    site.locks()
        .with(
            Kind.QEMU,
            call,
            FileLocks.Waiter.SILENT,
            () -> {
              var guest = load(call);
              if (guest.config().values().stream().noneMatch(Drives::isCloudinit)) {
                throw new Failure("no cloudinit drive found");
              }
              return guest;
            });
    return null;
  }

  private String dump(MethodCall call) {
    var guest = load(call);
    return switch (call.required("type")) {
      case "user" -> user(guest);
      case "network" -> network(guest);
      default -> "instance-id: %s\n".formatted(guest.digest());
    };
  }

  private static String user(Guest guest) {
    var text = new StringBuilder("#cloud-config\n");
    var name = guest.get("name", "VM" + guest.vmid());
    text.append("hostname: ").append(name).append("\nmanage_etc_hosts: true\nfqdn: ").append(name);
    text.append('\n');
    var user = guest.get("ciuser");
    if (user != null) {
      text.append("user: ").append(user).append('\n');
    }
    var keys = guest.get("sshkeys");
    if (keys != null) {
      text.append("ssh_authorized_keys:\n");
      URLDecoder.decode(keys.replace("+", "%2B"), StandardCharsets.UTF_8)
          .lines()
          .forEach(key -> text.append("  - ").append(key).append('\n'));
    }
    return text.append("chpasswd:\n  expire: False\nusers:\n  - default\n").toString();
  }

  private static String network(Guest guest) {
    var text = new StringBuilder("version: 1\nconfig:\n");
    for (var key : guest.config().keySet()) {
      if (NetworkDevices.isDevice(key)) {
        var nic = QemuNics.parse(guest.get(key, ""));
        var number = key.substring(3);
        var request = PropertyString.parse(guest.get("ipconfig" + number, ""));
        text.append("    - type: physical\n      name: eth").append(number);
        text.append("\n      mac_address: '").append(nic.getOrDefault("macaddr", ""));
        text.append("'\n      subnets:\n      - type: ");
        var ip = request.get("ip", "dhcp");
        text.append(ip.equals("dhcp") ? "dhcp4\n" : "static\n        address: '" + ip + "'\n");
      }
    }
    return text.toString();
  }

  private Guest load(MethodCall call) {
    return site.guests().load(Kind.QEMU, call.node(), call.vmid());
  }
}
