package direttore.simulator.pve.schema;

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

/** High availability and software defined networks, as far as they are served. */
final class HaTable {
  private static final Property SID = text("sid", "pve-ha-resource-or-vm-id");
  private static final Property STATE =
      choice("state", "started", "stopped", "enabled", "disabled", "ignored");
  private static final Property COMMENT = text("comment").atMostLong(4096);
  private static final Property RELOCATE = whole("max_relocate").from(0);
  private static final Property RESTART = whole("max_restart").from(0);
  private static final Property GROUP = text("group", "pve-configid");
  private static final Property FAILBACK = flag("failback");

  static final List<MethodSpec> METHODS =
      List.of(
          get("/cluster/ha", perm("/", "Sys.Audit")),
          get("/cluster/ha/resources", perm("/", "Sys.Audit"), choice("type", "ct", "vm")),
          post(
              "/cluster/ha/resources",
              perm("/", "Sys.Console"),
              SID.required(),
              choice("type", "ct", "vm"),
              STATE,
              COMMENT,
              RELOCATE,
              RESTART,
              GROUP,
              FAILBACK),
          get("/cluster/ha/resources/{sid}", perm("/", "Sys.Audit"), SID),
          put(
              "/cluster/ha/resources/{sid}",
              perm("/", "Sys.Console"),
              SID,
              STATE,
              COMMENT,
              RELOCATE,
              RESTART,
              GROUP,
              FAILBACK,
              text("delete", "pve-configid-list").atMostLong(4096),
              text("digest").atMostLong(64)),
          delete("/cluster/ha/resources/{sid}", perm("/", "Sys.Console"), SID, flag("purge")),
          get("/cluster/ha/status", ALL),
          get("/cluster/ha/status/current", perm("/", "Sys.Audit")).swapPrivileged(),
          get("/cluster/ha/status/manager_status", perm("/", "Sys.Audit")),
          get("/cluster/sdn", perm("/sdn", "SDN.Audit")),
          get("/cluster/sdn/vnets", ALL, flag("pending"), flag("running")),
          get(
              "/cluster/sdn/vnets/{vnet}",
              ALL,
              text("vnet", "pve-sdn-vnet-id"),
              flag("pending"),
              flag("running")),
          get("/cluster/sdn/zones", ALL, text("type"), flag("pending"), flag("running")),
          get(
              "/cluster/sdn/zones/{zone}",
              perm("/sdn/zones/{zone}", "SDN.Allocate"),
              text("zone", "pve-sdn-zone-id"),
              flag("pending"),
              flag("running")),
          get(
              "/nodes/{node}/sdn/zones",
              any("/sdn/zones", "SDN.Audit", "SDN.Allocate"),
              Known.NODE));

  private HaTable() {}
}
