package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DESCRIPTION;
import static direttore.simulator.pve.schema.Known.FORCE;
import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.SNAPNAME;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Snapshots of virtual machines and containers. */
final class SnapshotTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/nodes/{node}/lxc/{vmid}/snapshot", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/lxc/{vmid}/snapshot",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              VMID,
              text("snapname", "pve-configid").atMostLong(40).required(),
              DESCRIPTION),
          get("/nodes/{node}/lxc/{vmid}/snapshot/{snapname}", ALL, NODE, SNAPNAME, VMID).anywhere(),
          delete(
              "/nodes/{node}/lxc/{vmid}/snapshot/{snapname}",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              SNAPNAME,
              VMID,
              FORCE),
          get(
              "/nodes/{node}/lxc/{vmid}/snapshot/{snapname}/config",
              any("/vms/{vmid}", "VM.Snapshot", "VM.Snapshot.Rollback", "VM.Audit"),
              NODE,
              SNAPNAME,
              VMID),
          put(
              "/nodes/{node}/lxc/{vmid}/snapshot/{snapname}/config",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              SNAPNAME,
              VMID,
              DESCRIPTION),
          post(
              "/nodes/{node}/lxc/{vmid}/snapshot/{snapname}/rollback",
              any("/vms/{vmid}", "VM.Snapshot", "VM.Snapshot.Rollback"),
              NODE,
              SNAPNAME,
              VMID,
              flag("start")),
          get("/nodes/{node}/qemu/{vmid}/snapshot", perm("/vms/{vmid}", "VM.Audit"), NODE, VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/qemu/{vmid}/snapshot",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              VMID,
              text("snapname", "pve-configid").atMostLong(40).required(),
              DESCRIPTION,
              flag("vmstate")),
          get("/nodes/{node}/qemu/{vmid}/snapshot/{snapname}", ALL, NODE, SNAPNAME, VMID)
              .anywhere(),
          delete(
              "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              SNAPNAME,
              VMID,
              FORCE),
          get(
              "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/config",
              any("/vms/{vmid}", "VM.Snapshot", "VM.Snapshot.Rollback", "VM.Audit"),
              NODE,
              SNAPNAME,
              VMID),
          put(
              "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/config",
              perm("/vms/{vmid}", "VM.Snapshot"),
              NODE,
              SNAPNAME,
              VMID,
              DESCRIPTION),
          post(
              "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/rollback",
              any("/vms/{vmid}", "VM.Snapshot", "VM.Snapshot.Rollback"),
              NODE,
              SNAPNAME,
              VMID,
              flag("start")));

  private SnapshotTable() {}
}
