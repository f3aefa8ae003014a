package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;

import java.util.List;

/** The settings of a network device. */
final class NetworkConfig {
  static final List<Property> CONFIG =
      List.of(
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
                  "unknown")
              .required(),
          text("address", "ipv4").needs("netmask"),
          text("address6", "ipv6").needs("netmask6"),
          text("bond-primary", "pve-iface"),
          choice(
              "bond_mode",
              "balance-rr",
              "active-backup",
              "balance-xor",
              "broadcast",
              "802.3ad",
              "balance-tlb",
              "balance-alb",
              "balance-slb",
              "lacp-balance-slb",
              "lacp-balance-tcp"),
          choice("bond_xmit_hash_policy", "layer2", "layer2+3", "layer3+4"),
          text("bridge_ports", "pve-iface-list"),
          text("bridge_vids", "pve-vlan-id-or-range-list"),
          flag("bridge_vlan_aware"),
          text("cidr", "CIDRv4"),
          text("cidr6", "CIDRv6"),
          text("comments"),
          text("comments6"),
          text("gateway", "ipv4"),
          text("gateway6", "ipv6"),
          whole("mtu", 1280, 65520),
          text("netmask", "ipv4mask").needs("address"),
          whole("netmask6", 0, 128).needs("address6"),
          text("ovs_bonds", "pve-iface-list"),
          text("ovs_bridge", "pve-iface"),
          text("ovs_options").atMostLong(1024),
          text("ovs_ports", "pve-iface-list"),
          whole("ovs_tag", 1, 4094),
          text("slaves", "pve-iface-list"),
          whole("vlan-id", 1, 4094),
          text("vlan-raw-device", "pve-iface"));

  private NetworkConfig() {}
}
