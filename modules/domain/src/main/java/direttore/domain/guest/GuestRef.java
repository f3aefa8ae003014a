package direttore.domain.guest;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.util.Arrays;

/** Which guest, and where it is. */
public record GuestRef(ClusterName cluster, GuestKind kind, NodeName node, VmId vmid) {

  /** A guest of the main cluster, as paths that name no cluster mean it. */
  public GuestRef(GuestKind kind, NodeName node, VmId vmid) {
    this(ClusterName.MAIN, kind, node, vmid);
  }

  /** The guest of a cluster that a path {@code node/kind/vmid} names. */
  public static GuestRef parse(ClusterName cluster, String path) {
    var parts = path.split("/", -1);
    if (parts.length != 3) {
      throw new Refusal.Invalid("guest", "must be node/kind/vmid");
    }
    var kind =
        Arrays.stream(GuestKind.values())
            .filter(k -> k.wire().equals(parts[1]))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("guest", "must be of kind qemu or lxc"));
    return new GuestRef(cluster, kind, new NodeName(parts[0]), VmId.parse(parts[2]));
  }

  /** The path {@code node/kind/vmid} of {@link #parse}. */
  public String path() {
    return "%s/%s/%s".formatted(node, kind.wire(), vmid);
  }

  @Override
  public String toString() {
    return "%s %s on %s".formatted(kind.noun(), vmid, node);
  }
}
