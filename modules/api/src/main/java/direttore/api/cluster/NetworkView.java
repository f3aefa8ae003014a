package direttore.api.cluster;

import direttore.domain.node.Network;

/** A bridge or VNet in answers. */
record NetworkView(String iface, String type, boolean active, String comments, boolean vlanAware) {
  static NetworkView of(Network network) {
    return new NetworkView(
        network.iface(), network.type(), network.active(), network.comments(), network.vlanAware());
  }
}
