package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.STORAGE;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Storage definitions: {@code /storage}. */
final class StorageConfigTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get(
              "/storage",
              ALL,
              choice(
                  "type",
                  "btrfs",
                  "cephfs",
                  "cifs",
                  "dir",
                  "esxi",
                  "iscsi",
                  "iscsidirect",
                  "lvm",
                  "lvmthin",
                  "nfs",
                  "pbs",
                  "rbd",
                  "zfs",
                  "zfspool")),
          post(
                  "/storage",
                  perm("/storage", "Datastore.Allocate"),
                  text("storage", "pve-storage-id").required(),
                  choice(
                          "type",
                          "btrfs",
                          "cephfs",
                          "cifs",
                          "dir",
                          "esxi",
                          "iscsi",
                          "iscsidirect",
                          "lvm",
                          "lvmthin",
                          "nfs",
                          "pbs",
                          "rbd",
                          "zfs",
                          "zfspool")
                      .required(),
                  text("authsupported"),
                  text("base", "pve-volume-id"),
                  text("datastore"),
                  text("export", "pve-storage-path"),
                  text("iscsiprovider"),
                  text("path", "pve-storage-path"),
                  text("portal", "pve-storage-portal-dns"),
                  text("share"),
                  text("target"),
                  text("thinpool", "pve-storage-vgname"),
                  text("vgname", "pve-storage-vgname"))
              .with(StorageConfig.CONFIG),
          get("/storage/{storage}", perm("/storage/{storage}", "Datastore.Allocate"), STORAGE),
          put(
                  "/storage/{storage}",
                  perm("/storage", "Datastore.Allocate"),
                  STORAGE,
                  text("delete", "pve-configid-list").atMostLong(4096),
                  text("digest").atMostLong(64))
              .with(StorageConfig.CONFIG),
          delete("/storage/{storage}", perm("/storage", "Datastore.Allocate"), STORAGE));

  private StorageConfigTable() {}
}
