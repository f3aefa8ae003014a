package direttore.simulator.pve.console;

import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.api.Row;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Worker;
import java.time.Duration;

/**
 * Tickets and ports for consoles. Nothing listens on the port: the task behind it waits ten seconds
 * for a connection and fails, as it does at a real node where nobody connects.
 */
public final class ConsoleRoutes {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Site site;
  private final Ports ports = new Ports();
  private final String certificate;

  /**
   * The consoles of a site.
   *
   * @param certificate of the nodes, PEM
   */
  public ConsoleRoutes(Site site, String certificate) {
    this.site = site;
    this.certificate = certificate;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", "/nodes/{node}/qemu/{vmid}/vncproxy", this::screen)
        .on("POST", "/nodes/{node}/qemu/{vmid}/termproxy", call -> guest(call, Kind.QEMU))
        .on("POST", "/nodes/{node}/lxc/{vmid}/termproxy", call -> guest(call, Kind.LXC))
        .on("POST", "/nodes/{node}/lxc/{vmid}/vncproxy", this::containerScreen)
        .on("POST", "/nodes/{node}/termproxy", this::shell)
        .on("POST", "/nodes/{node}/vncshell", call -> shell(call).with("cert", certificate));
  }

  /** The password stands before the ticket and by itself (qemu-server since April 2026). */
  private Row screen(Call call) {
    var row = guest(call, Kind.QEMU);
    var password = site.ids().password();
    return row.with("ticket", password + ":" + row.get("ticket"))
        .with("password", password)
        .with("cert", certificate);
  }

  private Row containerScreen(Call call) {
    return guest(call, Kind.LXC).with("cert", certificate);
  }

  private Row guest(Call call, Kind kind) {
    site.guests().load(kind, call.node(), call.vmid());
    return open(call, "vncproxy", String.valueOf(call.vmid()), "/vms/" + call.vmid(), "VM.Console");
  }

  private Row shell(Call call) {
    if (!call.caller().userid().endsWith("@pam")) {
      throw new Failure("user != root@pam");
    }
    return open(call, "vncshell", "", "/nodes/" + call.node(), "Sys.Console");
  }

  private Row open(Call call, String type, String id, String path, String privilege) {
    var port = ports.take();
    var command =
        "/usr/bin/termproxy %d --path %s --perm %s --vncticket-endpoint --verify-port"
            .formatted(port, path, privilege);
    var upid =
        site.tasks().start(call.node(), type, id, call.caller(), w -> await(command, port, w));
    return Row.of("user", call.caller().authid())
        .with("ticket", site.access().consoleTicket(call.caller(), path, port))
        .with("port", String.valueOf(port))
        .with("upid", upid);
  }

  private void await(String command, int port, Worker worker) throws InterruptedException {
    try {
      worker.spend(WAIT);
      throw new Failure("command '%s' failed: exit code 1".formatted(command));
    } finally {
      ports.give(port);
    }
  }
}
