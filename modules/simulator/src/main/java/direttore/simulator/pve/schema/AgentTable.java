package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.Property.array;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** What a VM's guest agent is asked. */
final class AgentTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/nodes/{node}/qemu/{vmid}/agent", ALL, NODE, VMID).open(),
          post(
              "/nodes/{node}/qemu/{vmid}/agent",
              any("/vms/{vmid}", "VM.GuestAgent.Unrestricted", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID,
              choice(
                      "command",
                      "fsfreeze-freeze",
                      "fsfreeze-status",
                      "fsfreeze-thaw",
                      "fstrim",
                      "get-fsinfo",
                      "get-host-name",
                      "get-memory-block-info",
                      "get-memory-blocks",
                      "get-osinfo",
                      "get-time",
                      "get-timezone",
                      "get-users",
                      "get-vcpus",
                      "info",
                      "network-get-interfaces",
                      "ping",
                      "shutdown",
                      "suspend-disk",
                      "suspend-hybrid",
                      "suspend-ram")
                  .required()),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/exec",
              perm("/vms/{vmid}", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID,
              array("command").required(),
              text("input-data").atMostLong(65536)),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/exec-status",
                  perm("/vms/{vmid}", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID,
                  whole("pid").required())
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/file-read",
                  any("/vms/{vmid}", "VM.GuestAgent.FileRead", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID,
                  text("file").required(),
                  whole("count", 1, 16777216),
                  flag("decode"),
                  whole("offset").from(0))
              .swapPrivileged(),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/file-write",
              any("/vms/{vmid}", "VM.GuestAgent.FileWrite", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID,
              text("content").atMostLong(61440).required(),
              text("file").required(),
              flag("encode")),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/fsfreeze-freeze",
              any("/vms/{vmid}", "VM.GuestAgent.FileSystemMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/fsfreeze-status",
              any(
                  "/vms/{vmid}",
                  "VM.GuestAgent.Audit",
                  "VM.GuestAgent.FileSystemMgmt",
                  "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/fsfreeze-thaw",
              any("/vms/{vmid}", "VM.GuestAgent.FileSystemMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/fstrim",
              any("/vms/{vmid}", "VM.GuestAgent.FileSystemMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-fsinfo",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-host-name",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-memory-block-info",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-memory-blocks",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-osinfo",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-time",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-timezone",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-users",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/get-vcpus",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/info",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/qemu/{vmid}/agent/network-get-interfaces",
                  any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
                  NODE,
                  VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/ping",
              any("/vms/{vmid}", "VM.GuestAgent.Audit", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/set-user-password",
              perm("/vms/{vmid}", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID,
              text("password").atMostLong(1024).atLeastLong(5).required(),
              text("username").required(),
              flag("crypted")),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/shutdown",
              any("/vms/{vmid}", "VM.PowerMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/suspend-disk",
              any("/vms/{vmid}", "VM.PowerMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/suspend-hybrid",
              any("/vms/{vmid}", "VM.PowerMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID),
          post(
              "/nodes/{node}/qemu/{vmid}/agent/suspend-ram",
              any("/vms/{vmid}", "VM.PowerMgmt", "VM.GuestAgent.Unrestricted"),
              NODE,
              VMID));

  private AgentTable() {}
}
