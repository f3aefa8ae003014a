package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.COMMENT;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Pools: {@code /pools}. */
final class PoolTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get(
              "/pools",
              ALL,
              text("poolid", "pve-poolid"),
              choice("type", "qemu", "lxc", "storage").needs("poolid")),
          post(
              "/pools",
              perm("/pool/{poolid}", "Pool.Allocate"),
              text("poolid", "pve-poolid").required(),
              COMMENT),
          put(
              "/pools",
              perm("/pool/{poolid}", "Pool.Allocate"),
              text("poolid", "pve-poolid").required(),
              flag("allow-move"),
              COMMENT,
              flag("delete"),
              text("storage", "pve-storage-id-list"),
              text("vms", "pve-vmid-list")),
          delete(
              "/pools",
              perm("/pool/{poolid}", "Pool.Allocate"),
              text("poolid", "pve-poolid").required()),
          get(
              "/pools/{poolid}",
              perm("/pool/{poolid}", "Pool.Audit"),
              text("poolid", "pve-poolid"),
              choice("type", "qemu", "lxc", "storage")),
          put(
              "/pools/{poolid}",
              perm("/pool/{poolid}", "Pool.Allocate"),
              text("poolid", "pve-poolid"),
              flag("allow-move"),
              COMMENT,
              flag("delete"),
              text("storage", "pve-storage-id-list"),
              text("vms", "pve-vmid-list")),
          delete(
              "/pools/{poolid}",
              perm("/pool/{poolid}", "Pool.Allocate"),
              text("poolid", "pve-poolid")));

  private PoolTable() {}
}
