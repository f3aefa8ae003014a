package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.change.ConfigUpdate;
import direttore.simulator.pve.guest.ConfigView;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.removal.GuestRemoval;
import direttore.simulator.pve.site.Site;
import java.util.List;

/** The routes below /nodes/{node}/qemu and /nodes/{node}/lxc that are alike. */
public final class CommonRoutes {
  private final Site site;
  private final Kind kind;
  private final StatusRows rows;

  /** The routes over a site's guests of one kind. */
  public CommonRoutes(Site site, Kind kind, StatusRows rows) {
    this.site = site;
    this.kind = kind;
    this.rows = rows;
  }

  /** Adds the routes. */
  public void addTo(Router router, Power power, ConfigUpdate update) {
    var all = "/nodes/{node}/" + kind.type();
    var one = all + "/{vmid}";
    router
        .on("GET", all, this::list)
        .on("DELETE", one, new GuestRemoval(site, kind))
        .on("GET", one + "/status/current", call -> rows.current(load(call)))
        .on("POST", one + "/status/start", power::start)
        .on("POST", one + "/status/stop", power::stop)
        .on("POST", one + "/status/shutdown", power::shutdown)
        .on("POST", one + "/status/reboot", power::reboot)
        .on("POST", one + "/status/suspend", power::suspend)
        .on("POST", one + "/status/resume", power::resume)
        .on("GET", one + "/pending", call -> ConfigView.pending(load(call)))
        .on("PUT", one + "/config", update::now)
        .on(
            "GET",
            one + "/config",
            call -> ConfigView.config(load(call), call.flag("current"), call.text("snapshot")));
  }

  /** The guest of a call. */
  public Guest load(MethodCall call) {
    return site.guests().load(kind, call.node(), call.vmid());
  }

  private List<ResultRow> list(MethodCall call) {
    return site.guests().on(call.node(), kind).stream()
        .filter(g -> site.access().allows(call.caller(), "/vms/" + g.vmid(), "VM.Audit"))
        .map(rows::listed)
        .toList();
  }
}
