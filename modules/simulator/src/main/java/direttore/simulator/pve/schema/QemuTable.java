package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.AUTOSTART;
import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.DIGEST;
import static direttore.simulator.pve.schema.Known.HOOKSCRIPT;
import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.ONBOOT;
import static direttore.simulator.pve.schema.Known.PROTECTION;
import static direttore.simulator.pve.schema.Known.SKIPLOCK;
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
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Virtual machines: list, create, configure, delete. */
final class QemuTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/nodes/{node}/qemu", ALL, NODE, flag("full")).swapPrivileged(),
          post(
                  "/nodes/{node}/qemu",
                  ALL,
                  NODE,
                  whole("vmid", 100, 999999999).format("pve-vmid").required(),
                  text("archive").atMostLong(255),
                  AUTOSTART,
                  whole("bwlimit").from(0),
                  flag("force").needs("archive"),
                  flag("ha-managed"),
                  HOOKSCRIPT,
                  text("import-working-storage", "pve-storage-id"),
                  flag("live-restore"),
                  ONBOOT,
                  text("pool", "pve-poolid"),
                  PROTECTION,
                  flag("start"),
                  STARTUP,
                  STORAGE,
                  TAGS,
                  TEMPLATE,
                  flag("unique").needs("archive"))
              .with(QemuConfig.CONFIG),
          get("/nodes/{node}/qemu/{vmid}", ALL, NODE, VMID),
          delete(
              "/nodes/{node}/qemu/{vmid}",
              perm("/vms/{vmid}", "VM.Allocate"),
              NODE,
              VMID,
              flag("destroy-unreferenced-disks"),
              flag("purge"),
              SKIPLOCK),
          get("/nodes/{node}/qemu/{vmid}/cloudinit", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID),
          put(
              "/nodes/{node}/qemu/{vmid}/cloudinit",
              perm("/vms/{vmid}", "VM.Config.Cloudinit"),
              NODE,
              VMID),
          get(
              "/nodes/{node}/qemu/{vmid}/cloudinit/dump",
              perm("/vms/{vmid}", "VM.Audit"),
              NODE,
              VMID,
              choice("type", "user", "network", "meta").required()),
          get(
              "/nodes/{node}/qemu/{vmid}/config",
              perm("/vms/{vmid}", "VM.Audit"),
              NODE,
              VMID,
              flag("current"),
              text("snapshot", "pve-configid").atMostLong(40)),
          post(
                  "/nodes/{node}/qemu/{vmid}/config",
                  any(
                      "/vms/{vmid}",
                      "VM.Config.Disk",
                      "VM.Config.CDROM",
                      "VM.Config.CPU",
                      "VM.Config.Memory",
                      "VM.Config.Network",
                      "VM.Config.HWType",
                      "VM.Config.Options",
                      "VM.Config.Cloudinit"),
                  NODE,
                  VMID,
                  AUTOSTART,
                  whole("background_delay", 1, 30),
                  DELETE,
                  DIGEST,
                  flag("force").needs("delete"),
                  HOOKSCRIPT,
                  text("import-working-storage", "pve-storage-id"),
                  ONBOOT,
                  PROTECTION,
                  text("revert", "pve-configid-list"),
                  SKIPLOCK,
                  STARTUP,
                  TAGS,
                  TEMPLATE)
              .with(QemuConfig.CONFIG),
          put(
                  "/nodes/{node}/qemu/{vmid}/config",
                  any(
                      "/vms/{vmid}",
                      "VM.Config.Disk",
                      "VM.Config.CDROM",
                      "VM.Config.CPU",
                      "VM.Config.Memory",
                      "VM.Config.Network",
                      "VM.Config.HWType",
                      "VM.Config.Options",
                      "VM.Config.Cloudinit"),
                  NODE,
                  VMID,
                  AUTOSTART,
                  DELETE,
                  DIGEST,
                  flag("force").needs("delete"),
                  HOOKSCRIPT,
                  ONBOOT,
                  PROTECTION,
                  text("revert", "pve-configid-list"),
                  SKIPLOCK,
                  STARTUP,
                  TAGS,
                  TEMPLATE)
              .with(QemuConfig.CONFIG),
          get(
                  "/nodes/{node}/qemu/{vmid}/feature",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID,
                  choice("feature", "snapshot", "clone", "copy").required(),
                  SNAPNAME)
              .swapPrivileged(),
          get("/nodes/{node}/qemu/{vmid}/pending", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID));

  private QemuTable() {}
}
