package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DESCRIPTION;
import static direttore.simulator.pve.schema.Known.DIGEST;
import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.SKIPLOCK;
import static direttore.simulator.pve.schema.Known.SNAPNAME;
import static direttore.simulator.pve.schema.Known.STORAGE;
import static direttore.simulator.pve.schema.Known.TARGET;
import static direttore.simulator.pve.schema.Known.TIMEOUT;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.and;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.or;
import static direttore.simulator.pve.schema.Rules.perm;
import static direttore.simulator.pve.schema.Rules.permWith;

import java.util.List;

/** What is done with a container. */
final class LxcActionTable {
  static final List<MethodSpec> METHODS =
      List.of(
          post(
              "/nodes/{node}/lxc/{vmid}/clone",
              and(
                  perm("/vms/{vmid}", "VM.Clone"),
                  or(
                      perm("/vms/{newid}", "VM.Allocate"),
                      permWith("pool", "/pool/{pool}", "VM.Allocate"))),
              NODE,
              VMID,
              whole("newid", 100, 999999999).format("pve-vmid").required(),
              number("bwlimit").from(0),
              DESCRIPTION,
              flag("full"),
              text("hostname", "dns-name"),
              text("pool", "pve-poolid"),
              SNAPNAME,
              STORAGE,
              TARGET),
          get("/nodes/{node}/lxc/{vmid}/interfaces", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/lxc/{vmid}/migrate",
                  perm("/vms/{vmid}", "VM.Migrate"),
                  NODE,
                  VMID,
                  TARGET)
              .swapPrivileged(),
          post(
              "/nodes/{node}/lxc/{vmid}/migrate",
              perm("/vms/{vmid}", "VM.Migrate"),
              NODE,
              VMID,
              text("target", "pve-node").required(),
              number("bwlimit").from(0),
              flag("online"),
              flag("restart"),
              text("target-storage", "storage-pair-list"),
              whole("timeout")),
          post(
              "/nodes/{node}/lxc/{vmid}/move_volume",
              perm("/vms/{vmid}", "VM.Config.Disk"),
              NODE,
              VMID,
              choice("volume", "rootfs", "mp0..255", "unused0..255").required(),
              number("bwlimit").from(0),
              flag("delete"),
              DIGEST,
              STORAGE,
              text("target-digest").atMostLong(40),
              whole("target-vmid", 100, 999999999).format("pve-vmid"),
              choice("target-volume", "rootfs", "mp0..255", "unused0..255")),
          put(
              "/nodes/{node}/lxc/{vmid}/resize",
              any("/vms/{vmid}", "VM.Config.Disk"),
              NODE,
              VMID,
              choice("disk", "rootfs", "mp0..255").required(),
              text("size").like("\\+?\\d+(\\.\\d+)?[KMGT]?").required(),
              DIGEST),
          get(
                  "/nodes/{node}/lxc/{vmid}/rrddata",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID,
                  choice("timeframe", "hour", "day", "week", "month", "year").required(),
                  choice("cf", "AVERAGE", "MAX"))
              .swapPrivileged()
              .anywhere(),
          get("/nodes/{node}/lxc/{vmid}/status", ALL, NODE, VMID),
          get(
                  "/nodes/{node}/lxc/{vmid}/status/current",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/lxc/{vmid}/status/reboot",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              TIMEOUT),
          post(
              "/nodes/{node}/lxc/{vmid}/status/resume",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/lxc/{vmid}/status/shutdown",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("forceStop"),
              TIMEOUT),
          post(
              "/nodes/{node}/lxc/{vmid}/status/start",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("debug"),
              SKIPLOCK),
          post(
              "/nodes/{node}/lxc/{vmid}/status/stop",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("overrule-shutdown"),
              SKIPLOCK),
          post(
              "/nodes/{node}/lxc/{vmid}/status/suspend",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID),
          post("/nodes/{node}/lxc/{vmid}/template", perm("/vms/{vmid}", "VM.Allocate"), NODE, VMID),
          post("/nodes/{node}/lxc/{vmid}/termproxy", perm("/vms/{vmid}", "VM.Console"), NODE, VMID)
              .anywhere(),
          post(
                  "/nodes/{node}/lxc/{vmid}/vncproxy",
                  perm("/vms/{vmid}", "VM.Console"),
                  NODE,
                  VMID,
                  whole("height", 16, 2160),
                  flag("websocket"),
                  whole("width", 16, 4096))
              .anywhere(),
          get(
                  "/nodes/{node}/lxc/{vmid}/vncwebsocket",
                  perm("/vms/{vmid}", "VM.Console"),
                  NODE,
                  VMID,
                  whole("port", 5900, 5999).required(),
                  text("vncticket").atMostLong(512).required())
              .anywhere());

  private LxcActionTable() {}
}
