package direttore.domain.guest;

import direttore.domain.node.NodeName;

/** Which guest, and where it is. */
public record GuestRef(GuestKind kind, NodeName node, VmId vmid) {
  @Override
  public String toString() {
    return "%s %s on %s".formatted(kind.noun(), vmid, node);
  }
}
