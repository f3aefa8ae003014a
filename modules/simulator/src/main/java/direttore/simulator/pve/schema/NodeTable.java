package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.DIGEST;
import static direttore.simulator.pve.schema.Known.FORCE;
import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.indexed;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.or;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** A node itself: status, tasks, time, consoles. */
final class NodeTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/nodes", ALL),
          get("/nodes/{node}", ALL, NODE),
          get("/nodes/{node}/aplinfo", ALL, NODE),
          post(
              "/nodes/{node}/aplinfo",
              perm("/storage/{storage}", "Datastore.AllocateTemplate"),
              NODE,
              text("storage", "pve-storage-id").required(),
              text("template").atMostLong(255).required()),
          get("/nodes/{node}/capabilities", ALL, NODE),
          get("/nodes/{node}/capabilities/qemu", ALL, NODE),
          get("/nodes/{node}/capabilities/qemu/cpu", ALL, NODE, choice("arch", "x86_64", "aarch64"))
              .anywhere(),
          get(
                  "/nodes/{node}/capabilities/qemu/cpu-flags",
                  ALL,
                  NODE,
                  choice("accel", "kvm", "tcg"),
                  choice("arch", "x86_64", "aarch64"))
              .anywhere(),
          get(
              "/nodes/{node}/capabilities/qemu/machines",
              ALL,
              NODE,
              choice("arch", "x86_64", "aarch64")),
          get(
              "/nodes/{node}/capabilities/qemu/migration",
              perm("/nodes/{node}", "Sys.Audit"),
              NODE),
          get(
              "/nodes/{node}/config",
              perm("/", "Sys.Audit"),
              NODE,
              choice(
                  "property",
                  "acme",
                  "acmedomain0..5",
                  "ballooning-target",
                  "description",
                  "location",
                  "startall-onboot-delay",
                  "wakeonlan")),
          put(
              "/nodes/{node}/config",
              perm("/", "Sys.Modify"),
              NODE,
              text("acme", "node-acme"),
              indexed("acmedomain", 5, "node-acmedomain"),
              whole("ballooning-target", 0, 100),
              DELETE,
              text("description").atMostLong(65536),
              DIGEST,
              text("location", "pve-node-location"),
              whole("startall-onboot-delay", 0, 300),
              text("wakeonlan", "node-wakeonlan")),
          get("/nodes/{node}/dns", perm("/nodes/{node}", "Sys.Audit"), NODE),
          put(
              "/nodes/{node}/dns",
              perm("/nodes/{node}", "Sys.Modify"),
              NODE,
              text("search").required(),
              text("dns1", "ip"),
              text("dns2", "ip"),
              text("dns3", "ip")),
          get("/nodes/{node}/hosts", perm("/", "Sys.Audit"), NODE).swapPrivileged(),
          post(
              "/nodes/{node}/hosts",
              perm("/nodes/{node}", "Sys.Modify"),
              NODE,
              text("data").required(),
              text("digest").atMostLong(64)),
          get(
              "/nodes/{node}/query-url-metadata",
              or(perm("/", "Sys.Audit", "Sys.Modify"), perm("/nodes/{node}", "Sys.AccessNetwork")),
              NODE,
              text("url").like("https?://.*").required(),
              flag("verify-certificates")),
          get(
                  "/nodes/{node}/rrddata",
                  perm("/nodes/{node}", "Sys.Audit"),
                  NODE,
                  choice("timeframe", "hour", "day", "week", "month", "year", "decade").required(),
                  choice("cf", "AVERAGE", "MAX"))
              .swapPrivileged()
              .anywhere(),
          post(
              "/nodes/{node}/startall",
              ALL,
              NODE,
              FORCE,
              whole("max-workers", 1, 64),
              text("vms", "pve-vmid-list")),
          get("/nodes/{node}/status", perm("/nodes/{node}", "Sys.Audit"), NODE),
          post(
              "/nodes/{node}/status",
              perm("/nodes/{node}", "Sys.PowerMgmt"),
              NODE,
              choice("command", "reboot", "shutdown").required()),
          post(
              "/nodes/{node}/stopall",
              ALL,
              NODE,
              flag("force-stop"),
              whole("max-workers", 1, 64),
              whole("timeout", 0, 7200),
              text("vms", "pve-vmid-list")),
          get(
              "/nodes/{node}/tasks",
              ALL,
              NODE,
              flag("errors"),
              whole("limit").from(0),
              whole("since"),
              choice("source", "archive", "active", "all"),
              whole("start").from(0),
              text("statusfilter", "pve-task-status-type-list"),
              text("typefilter"),
              whole("until"),
              text("userfilter"),
              VMID),
          get("/nodes/{node}/tasks/{upid}", ALL, NODE, text("upid")).anywhere(),
          delete("/nodes/{node}/tasks/{upid}", ALL, NODE, text("upid")),
          get(
                  "/nodes/{node}/tasks/{upid}/log",
                  ALL,
                  NODE,
                  text("upid"),
                  flag("download"),
                  whole("limit").from(0),
                  whole("start").from(0))
              .swapPrivileged(),
          get("/nodes/{node}/tasks/{upid}/status", ALL, NODE, text("upid")).swapPrivileged(),
          post(
                  "/nodes/{node}/termproxy",
                  perm("/nodes/{node}", "Sys.Console"),
                  NODE,
                  choice("cmd", "ceph_install", "login", "upgrade"),
                  text("cmd-opts").needs("cmd"))
              .anywhere(),
          post(
                  "/nodes/{node}/vncshell",
                  perm("/nodes/{node}", "Sys.Console"),
                  NODE,
                  choice("cmd", "ceph_install", "login", "upgrade"),
                  text("cmd-opts").needs("cmd"),
                  whole("height", 16, 2160),
                  whole("width", 16, 4096),
                  flag("websocket"))
              .anywhere(),
          get(
                  "/nodes/{node}/vncwebsocket",
                  perm("/nodes/{node}", "Sys.Console"),
                  NODE,
                  whole("port", 5900, 5999).required(),
                  text("vncticket").atMostLong(512).required())
              .anywhere(),
          get("/nodes/{node}/time", perm("/nodes/{node}", "Sys.Audit"), NODE),
          put(
              "/nodes/{node}/time",
              perm("/nodes/{node}", "Sys.Modify"),
              NODE,
              text("timezone").required()),
          get("/nodes/{node}/version", ALL, NODE));

  private NodeTable() {}
}
