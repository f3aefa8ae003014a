package direttore.simulator.pve.console;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Channel;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.http.Talk;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Consoles: tickets, ports and what answers on them. The task behind a port waits ten seconds for a
 * connection and fails where nobody comes; otherwise it lasts as long as the connection.
 */
public final class ConsoleRoutes {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Site site;
  private final VncPorts ports = new VncPorts();
  private final Map<Integer, ConsoleSession> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
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
        .on("POST", "/nodes/{node}/qemu/{vmid}/termproxy", call -> terminal(call, Kind.QEMU))
        .on("GET", "/nodes/{node}/qemu/{vmid}/vncwebsocket", this::guestChannel)
        .on("POST", "/nodes/{node}/lxc/{vmid}/termproxy", call -> terminal(call, Kind.LXC))
        .on("POST", "/nodes/{node}/lxc/{vmid}/vncproxy", this::containerScreen)
        .on("GET", "/nodes/{node}/lxc/{vmid}/vncwebsocket", this::guestChannel)
        .on("POST", "/nodes/{node}/termproxy", this::shell)
        .on("POST", "/nodes/{node}/vncshell", this::shellScreen)
        .on("GET", "/nodes/{node}/vncwebsocket", call -> channel(call, nodePath(call)));
  }

  /** The password stands before the ticket and by itself (qemu-server since April 2026). */
  private ResultRow screen(MethodCall call) {
    var guest = guest(call, Kind.QEMU);
    var password = site.ids().password();
    var door = door(call, guestPath(call));
    var row = open(call, "vncproxy", guestId(call), door, picture("VM " + title(guest), password));
    return row.with("ticket", password + ":" + door.ticket)
        .with("password", password)
        .with("cert", certificate);
  }

  /** vncterm takes the ticket for the password, of which VNC looks at eight characters. */
  private ResultRow containerScreen(MethodCall call) {
    var guest = guest(call, Kind.LXC);
    var door = door(call, guestPath(call));
    return open(call, "vncproxy", guestId(call), door, picture("CT " + title(guest), door.ticket))
        .with("cert", certificate);
  }

  private ResultRow terminal(MethodCall call, Kind kind) {
    var guest = guest(call, kind);
    var door = door(call, guestPath(call));
    return open(call, "vncproxy", guestId(call), door, terminal(name(guest), door));
  }

  private ResultRow shell(MethodCall call) {
    var door = shellDoor(call);
    return open(call, "vncshell", "", door, terminal(call.node(), door));
  }

  private ResultRow shellScreen(MethodCall call) {
    var door = shellDoor(call);
    return open(call, "vncshell", "", door, picture(call.node(), door.ticket))
        .with("cert", certificate);
  }

  private Door shellDoor(MethodCall call) {
    if (!call.caller().userid().endsWith("@pam")) {
      throw new Failure("user != root@pam");
    }
    return door(call, nodePath(call));
  }

  private Guest guest(MethodCall call, Kind kind) {
    return site.guests().load(kind, call.node(), call.vmid());
  }

  private static String title(Guest guest) {
    return "%d (%s)".formatted(guest.vmid(), name(guest));
  }

  private static String name(Guest guest) {
    return guest.get("name", guest.get("hostname", "guest" + guest.vmid()));
  }

  private static String guestId(MethodCall call) {
    return String.valueOf(call.vmid());
  }

  private static String guestPath(MethodCall call) {
    return "/vms/" + call.vmid();
  }

  private static String nodePath(MethodCall call) {
    return "/nodes/" + call.node();
  }

  /** Where a console is to be reached, by whom and with which ticket. */
  private record Door(int port, Caller caller, String path, String ticket) {}

  private Door door(MethodCall call, String path) {
    var port = ports.take();
    var ticket = site.access().consoleTicket(call.caller(), path, port);
    return new Door(port, call.caller(), path, ticket);
  }

  private Talk picture(String name, String password) {
    return new Picture(name, password, random);
  }

  private Talk terminal(String host, Door door) {
    return new Terminal(
        host,
        (user, ticket) ->
            user.equals(door.caller.authid())
                && site.access().isConsoleTicket(ticket, door.caller, door.path, door.port));
  }

  private ResultRow open(MethodCall call, String type, String id, Door door, Talk talk) {
    var privilege = type.equals("vncshell") ? "Sys.Console" : "VM.Console";
    var command =
        "/usr/bin/termproxy %d --path %s --perm %s --vncticket-endpoint --verify-port"
            .formatted(door.port, door.path, privilege);
    var console = new ConsoleSession(talk);
    open.put(door.port, console);
    var upid =
        site.tasks()
            .start(call.node(), type, id, call.caller(), w -> serve(command, door, console, w));
    return ResultRow.of("user", call.caller().authid())
        .with("ticket", door.ticket)
        .with("port", String.valueOf(door.port))
        .with("upid", upid);
  }

  private void serve(String command, Door door, ConsoleSession console, TaskProcess worker)
      throws InterruptedException {
    try {
      worker.spend(Duration.ZERO);
      if (!console.awaitClient(site.clock(), worker.now().plus(WAIT))) {
        throw new Failure("command '%s' failed: exit code 1".formatted(command));
      }
      console.awaitEnd();
    } finally {
      open.remove(door.port, console);
      ports.give(door.port);
    }
  }

  private Channel guestChannel(MethodCall call) {
    return channel(call, guestPath(call));
  }

  private Channel channel(MethodCall call, String path) {
    var port = Integer.parseInt(call.required("port"));
    var ticket = call.required("vncticket");
    // The password before it may hold anything but a PVEVNC of its own.
    var bare = ticket.substring(Math.max(0, ticket.indexOf("PVEVNC:")));
    if (!site.access().isConsoleTicket(bare, call.caller(), path, port)) {
      throw Failure.unauthorized("permission denied - invalid PVEVNC ticket");
    }
    return new Channel(
        ResultRow.of("port", String.valueOf(port)),
        socket -> {
          var console = open.get(port);
          if (console != null && console.take()) {
            console.over(socket);
          }
        });
  }
}
