package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.DIGEST;
import static direttore.simulator.pve.schema.Known.FORCE;
import static direttore.simulator.pve.schema.Known.HOOKSCRIPT;
import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.ONBOOT;
import static direttore.simulator.pve.schema.Known.PROTECTION;
import static direttore.simulator.pve.schema.Known.SNAPNAME;
import static direttore.simulator.pve.schema.Known.STARTUP;
import static direttore.simulator.pve.schema.Known.STORAGE;
import static direttore.simulator.pve.schema.Known.TAGS;
import static direttore.simulator.pve.schema.Known.TEMPLATE;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Containers: list, create, configure, delete. */
final class LxcTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/nodes/{node}/lxc", ALL, NODE).swapPrivileged(),
          post(
                  "/nodes/{node}/lxc",
                  ALL,
                  NODE,
                  text("ostemplate").atMostLong(255).required(),
                  whole("vmid", 100, 999999999).format("pve-vmid").required(),
                  number("bwlimit").from(0),
                  FORCE,
                  flag("ha-managed"),
                  HOOKSCRIPT,
                  flag("ignore-unpack-errors"),
                  ONBOOT,
                  text("password").atLeastLong(5),
                  text("pool", "pve-poolid"),
                  PROTECTION,
                  flag("restore"),
                  text("ssh-public-keys"),
                  flag("start"),
                  STARTUP,
                  STORAGE,
                  TAGS,
                  TEMPLATE,
                  flag("unique").needs("restore"))
              .with(LxcConfig.CONFIG),
          get("/nodes/{node}/lxc/{vmid}", ALL, NODE, VMID),
          delete(
              "/nodes/{node}/lxc/{vmid}",
              perm("/vms/{vmid}", "VM.Allocate"),
              NODE,
              VMID,
              flag("destroy-unreferenced-disks"),
              FORCE,
              flag("purge")),
          get(
              "/nodes/{node}/lxc/{vmid}/config",
              perm("/vms/{vmid}", "VM.Audit"),
              NODE,
              VMID,
              flag("current"),
              text("snapshot", "pve-configid").atMostLong(40)),
          put(
                  "/nodes/{node}/lxc/{vmid}/config",
                  any(
                      "/vms/{vmid}",
                      "VM.Config.Disk",
                      "VM.Config.CPU",
                      "VM.Config.Memory",
                      "VM.Config.Network",
                      "VM.Config.Options"),
                  NODE,
                  VMID,
                  DELETE,
                  DIGEST,
                  HOOKSCRIPT,
                  ONBOOT,
                  PROTECTION,
                  text("revert", "pve-configid-list"),
                  STARTUP,
                  TAGS,
                  TEMPLATE)
              .with(LxcConfig.CONFIG),
          get(
                  "/nodes/{node}/lxc/{vmid}/feature",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID,
                  choice("feature", "snapshot", "clone", "copy").required(),
                  SNAPNAME)
              .swapPrivileged(),
          get("/nodes/{node}/lxc/{vmid}/pending", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID));

  private LxcTable() {}
}
