package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.STORAGE;
import static direttore.simulator.pve.schema.Known.TARGET;
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
import static direttore.simulator.pve.schema.Rules.and;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.or;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Storages of a node and what they hold. */
final class StorageTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get(
                  "/nodes/{node}/storage",
                  ALL,
                  NODE,
                  text("content", "pve-storage-content-list"),
                  flag("enabled"),
                  flag("format"),
                  STORAGE,
                  TARGET)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/storage/{storage}",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE)
              .anywhere(),
          get(
                  "/nodes/{node}/storage/{storage}/content",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE,
                  text("content", "pve-storage-content"),
                  VMID)
              .swapPrivileged(),
          post(
              "/nodes/{node}/storage/{storage}/content",
              perm("/storage/{storage}", "Datastore.AllocateSpace"),
              NODE,
              STORAGE,
              text("filename").required(),
              text("size").like("\\d+[MG]?").required(),
              whole("vmid", 100, 999999999).format("pve-vmid").required(),
              choice("format", "raw", "qcow2", "subvol", "vmdk").needs("size")),
          get(
                  "/nodes/{node}/storage/{storage}/content/{volume}",
                  ALL,
                  NODE,
                  text("volume"),
                  STORAGE)
              .swapPrivileged(),
          post(
              "/nodes/{node}/storage/{storage}/content/{volume}",
              new Rule.Root(),
              NODE,
              text("volume"),
              STORAGE,
              text("target").required(),
              text("target_node", "pve-node")),
          put(
              "/nodes/{node}/storage/{storage}/content/{volume}",
              ALL,
              NODE,
              text("volume"),
              STORAGE,
              text("notes"),
              flag("protected")),
          delete(
              "/nodes/{node}/storage/{storage}/content/{volume}",
              ALL,
              NODE,
              text("volume"),
              STORAGE,
              whole("delay", 1, 30)),
          post(
              "/nodes/{node}/storage/{storage}/download-url",
              and(
                  perm("/storage/{storage}", "Datastore.AllocateTemplate"),
                  or(
                      perm("/", "Sys.Audit", "Sys.Modify"),
                      perm("/nodes/{node}", "Sys.AccessNetwork"))),
              NODE,
              STORAGE,
              text("content", "pve-storage-content").among("iso", "vztmpl", "import").required(),
              text("filename").atMostLong(255).required(),
              text("url").like("https?://.*").required(),
              text("checksum").needs("checksum-algorithm"),
              choice("checksum-algorithm", "md5", "sha1", "sha224", "sha256", "sha384", "sha512")
                  .needs("checksum"),
              text("compression"),
              flag("verify-certificates")),
          get(
                  "/nodes/{node}/storage/{storage}/identity",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE)
              .swapPrivileged(),
          get(
                  "/nodes/{node}/storage/{storage}/prunebackups",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE,
                  text("prune-backups", "prune-backups"),
                  choice("type", "qemu", "lxc"),
                  VMID)
              .swapPrivileged(),
          delete(
              "/nodes/{node}/storage/{storage}/prunebackups",
              ALL,
              NODE,
              STORAGE,
              text("prune-backups", "prune-backups"),
              choice("type", "qemu", "lxc"),
              VMID),
          get(
                  "/nodes/{node}/storage/{storage}/rrddata",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE,
                  choice("timeframe", "hour", "day", "week", "month", "year").required(),
                  choice("cf", "AVERAGE", "MAX"))
              .swapPrivileged(),
          get(
                  "/nodes/{node}/storage/{storage}/status",
                  any("/storage/{storage}", "Datastore.Audit", "Datastore.AllocateSpace"),
                  NODE,
                  STORAGE)
              .swapPrivileged(),
          post(
                  "/nodes/{node}/storage/{storage}/upload",
                  perm("/storage/{storage}", "Datastore.AllocateTemplate"),
                  NODE,
                  STORAGE,
                  text("content", "pve-storage-content")
                      .among("iso", "vztmpl", "import")
                      .required(),
                  text("filename").atMostLong(255).required(),
                  text("checksum").needs("checksum-algorithm"),
                  choice(
                          "checksum-algorithm",
                          "md5",
                          "sha1",
                          "sha224",
                          "sha256",
                          "sha384",
                          "sha512")
                      .needs("checksum"),
                  text("tmpfilename").like("/var/tmp/pveupload-[0-9a-f]+"))
              .anywhere());

  private StorageTable() {}
}
