package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DESCRIPTION;
import static direttore.simulator.pve.schema.Known.DIGEST;
import static direttore.simulator.pve.schema.Known.FORCE;
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
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.and;
import static direttore.simulator.pve.schema.Rules.or;
import static direttore.simulator.pve.schema.Rules.perm;
import static direttore.simulator.pve.schema.Rules.permWith;

import java.util.List;

/** What is done with a virtual machine. */
final class QemuActionTable {
  static final List<MethodSpec> METHODS =
      List.of(
          post(
              "/nodes/{node}/qemu/{vmid}/clone",
              and(
                  perm("/vms/{vmid}", "VM.Clone"),
                  or(
                      perm("/vms/{newid}", "VM.Allocate"),
                      permWith("pool", "/pool/{pool}", "VM.Allocate"))),
              NODE,
              VMID,
              whole("newid", 100, 999999999).format("pve-vmid").required(),
              whole("bwlimit").from(0),
              DESCRIPTION,
              choice("format", "raw", "qcow2", "vmdk"),
              flag("full"),
              text("name", "dns-name"),
              text("pool", "pve-poolid"),
              SNAPNAME,
              STORAGE,
              TARGET),
          get(
                  "/nodes/{node}/qemu/{vmid}/migrate",
                  perm("/vms/{vmid}", "VM.Migrate"),
                  NODE,
                  VMID,
                  TARGET)
              .swapPrivileged(),
          post(
              "/nodes/{node}/qemu/{vmid}/migrate",
              perm("/vms/{vmid}", "VM.Migrate"),
              NODE,
              VMID,
              text("target", "pve-node").required(),
              whole("bwlimit").from(0),
              FORCE,
              text("migration_network", "CIDR"),
              choice("migration_type", "secure", "insecure"),
              flag("online"),
              text("targetstorage", "storage-pair-list"),
              flag("with-conntrack-state"),
              flag("with-local-disks")),
          post(
              "/nodes/{node}/qemu/{vmid}/move_disk",
              perm("/vms/{vmid}", "VM.Config.Disk"),
              NODE,
              VMID,
              choice(
                      "disk",
                      "ide0..3",
                      "scsi0..30",
                      "virtio0..15",
                      "sata0..5",
                      "efidisk0",
                      "tpmstate0",
                      "unused0..255")
                  .required(),
              whole("bwlimit").from(0),
              flag("delete"),
              DIGEST,
              choice("format", "raw", "qcow2", "vmdk"),
              STORAGE,
              text("target-digest").atMostLong(40),
              choice(
                  "target-disk",
                  "ide0..3",
                  "scsi0..30",
                  "virtio0..15",
                  "sata0..5",
                  "efidisk0",
                  "tpmstate0",
                  "unused0..255"),
              whole("target-vmid", 100, 999999999).format("pve-vmid")),
          put(
              "/nodes/{node}/qemu/{vmid}/resize",
              perm("/vms/{vmid}", "VM.Config.Disk"),
              NODE,
              VMID,
              choice(
                      "disk",
                      "ide0..3",
                      "scsi0..30",
                      "virtio0..15",
                      "sata0..5",
                      "efidisk0",
                      "tpmstate0")
                  .required(),
              text("size").like("\\+?\\d+(\\.\\d+)?[KMGT]?").required(),
              DIGEST,
              SKIPLOCK),
          get(
                  "/nodes/{node}/qemu/{vmid}/rrddata",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID,
                  choice("timeframe", "hour", "day", "week", "month", "year").required(),
                  choice("cf", "AVERAGE", "MAX"))
              .swapPrivileged()
              .anywhere(),
          get("/nodes/{node}/qemu/{vmid}/status", ALL, NODE, VMID),
          get(
                  "/nodes/{node}/qemu/{vmid}/status/current",
                  perm("/vms/{vmid}", "VM.Audit"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/qemu/{vmid}/status/reboot",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              TIMEOUT),
          post(
              "/nodes/{node}/qemu/{vmid}/status/reset",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              SKIPLOCK),
          post(
              "/nodes/{node}/qemu/{vmid}/status/resume",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("nocheck"),
              SKIPLOCK),
          post(
              "/nodes/{node}/qemu/{vmid}/status/shutdown",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("forceStop"),
              flag("keepActive"),
              SKIPLOCK,
              TIMEOUT),
          post(
              "/nodes/{node}/qemu/{vmid}/status/start",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              text("force-cpu"),
              text("machine", "pve-qemu-machine-fmt"),
              text("migratedfrom", "pve-node"),
              text("migration_network", "CIDR"),
              choice("migration_type", "secure", "insecure"),
              text("nets-host-mtu").like("net\\d+=\\d+(,net\\d+=\\d+)*"),
              SKIPLOCK,
              text("stateuri").atMostLong(128),
              text("targetstorage", "storage-pair-list"),
              TIMEOUT,
              flag("with-conntrack-state")),
          post(
              "/nodes/{node}/qemu/{vmid}/status/stop",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              flag("keepActive"),
              text("migratedfrom", "pve-node"),
              flag("overrule-shutdown"),
              SKIPLOCK,
              TIMEOUT),
          post(
              "/nodes/{node}/qemu/{vmid}/status/suspend",
              perm("/vms/{vmid}", "VM.PowerMgmt"),
              NODE,
              VMID,
              SKIPLOCK,
              text("statestorage", "pve-storage-id").needs("todisk"),
              flag("todisk")),
          post(
              "/nodes/{node}/qemu/{vmid}/template",
              perm("/vms/{vmid}", "VM.Allocate"),
              NODE,
              VMID,
              choice(
                  "disk",
                  "ide0..3",
                  "scsi0..30",
                  "virtio0..15",
                  "sata0..5",
                  "efidisk0",
                  "tpmstate0")),
          post(
                  "/nodes/{node}/qemu/{vmid}/termproxy",
                  perm("/vms/{vmid}", "VM.Console"),
                  NODE,
                  VMID,
                  choice("serial", "serial0..3"))
              .anywhere(),
          put(
              "/nodes/{node}/qemu/{vmid}/unlink",
              perm("/vms/{vmid}", "VM.Config.Disk"),
              NODE,
              VMID,
              text("idlist", "pve-configid-list").required(),
              FORCE),
          post(
                  "/nodes/{node}/qemu/{vmid}/vncproxy",
                  perm("/vms/{vmid}", "VM.Console"),
                  NODE,
                  VMID,
                  flag("generate-password"),
                  flag("websocket"))
              .anywhere(),
          get(
                  "/nodes/{node}/qemu/{vmid}/vncwebsocket",
                  perm("/vms/{vmid}", "VM.Console"),
                  NODE,
                  VMID,
                  whole("port", 5900, 5999).required(),
                  text("vncticket").atMostLong(512).required())
              .anywhere());

  private QemuActionTable() {}
}
