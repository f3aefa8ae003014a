package direttore.domain.guest;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.util.Arrays;

/** Which guest, and where it is. */
public record GuestRef(GuestKind kind, NodeName node, VmId vmid) {

  /** The guest that a path {@code node/kind/vmid} names, as the subject of an event does. */
  public static GuestRef parse(String path) {
    var parts = path.split("/", -1);
    if (parts.length != 3) {
      throw new Refusal.Invalid("guest", "must be node/kind/vmid");
    }
    var kind =
        Arrays.stream(GuestKind.values())
            .filter(k -> k.wire().equals(parts[1]))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("guest", "must be of kind qemu or lxc"));
    return new GuestRef(kind, new NodeName(parts[0]), VmId.parse(parts[2]));
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
