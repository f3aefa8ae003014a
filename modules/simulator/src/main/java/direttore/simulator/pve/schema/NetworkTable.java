package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.AUTOSTART;
import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.NODE;
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

/** The network devices of a node. */
final class NetworkTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get(
              "/nodes/{node}/network",
              ALL,
              NODE,
              choice(
                  "type",
                  "bridge",
                  "bond",
                  "eth",
                  "alias",
                  "vlan",
                  "fabric",
                  "OVSBridge",
                  "OVSBond",
                  "OVSPort",
                  "OVSIntPort",
                  "vnet",
                  "any_bridge",
                  "any_local_bridge",
                  "include_sdn")),
          post(
                  "/nodes/{node}/network",
                  perm("/nodes/{node}", "Sys.Modify"),
                  NODE,
                  text("iface", "pve-iface").atMostLong(20).atLeastLong(2).required(),
                  AUTOSTART)
              .with(NetworkConfig.CONFIG),
          put(
              "/nodes/{node}/network",
              perm("/nodes/{node}", "Sys.Modify"),
              NODE,
              flag("regenerate-frr")),
          delete("/nodes/{node}/network", perm("/nodes/{node}", "Sys.Modify"), NODE),
          get(
              "/nodes/{node}/network/{iface}",
              perm("/nodes/{node}", "Sys.Audit"),
              text("iface", "pve-iface").atMostLong(20).atLeastLong(2),
              NODE),
          put(
                  "/nodes/{node}/network/{iface}",
                  perm("/nodes/{node}", "Sys.Modify"),
                  text("iface", "pve-iface").atMostLong(20).atLeastLong(2),
                  NODE,
                  AUTOSTART,
                  DELETE)
              .with(NetworkConfig.CONFIG),
          delete(
              "/nodes/{node}/network/{iface}",
              perm("/nodes/{node}", "Sys.Modify"),
              text("iface", "pve-iface").atMostLong(20).atLeastLong(2),
              NODE));

  private NetworkTable() {}
}
