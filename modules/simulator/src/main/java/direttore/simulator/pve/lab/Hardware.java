package direttore.simulator.pve.lab;

import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The nodes, networks and storages of the lab. */
public final class Hardware {
  private static final long GIB = 1L << 30;
  private static final int SMALL_LAB = 2;
  private static final long UPTIME_AT_START = 86_400 * 3;

  private Hardware() {}

  /**
   * Nodes pve1, pve2 ...: small ones in a small lab, servers in a bigger one.
   *
   * @param now seconds since 1970
   */
  public static List<Node> nodes(int count, long now) {
    var small = count <= SMALL_LAB;
    return IntStream.rangeClosed(1, count)
        .mapToObj(n ->
            new Node(
                "pve" + n,
                n,
                "10.0.0.%d".formatted(10 + n),
                small ? 16 : 64,
                (small ? 64 : 512) * GIB,
                96 * GIB,
                now - UPTIME_AT_START - n * 997L,
                interfaces(n)))
        .toList();
  }

  /** The virtual networks. */
  public static List<Nodes.Vnet> vnets() {
    return List.of(new Nodes.Vnet("lab1", "labzone", 500, "Course network"));
  }

  /** The storages; the shared one and each node's own grow with the number of guests. */
  public static List<Storage> storages(int nodes, int guests) {
    var perNode = Math.max(1, guests / nodes);
    return List.of(
        new Storage(
            "local",
            "dir",
            List.of("iso", "vztmpl", "backup", "snippets", "import"),
            false,
            List.of(),
            false,
            Map.of("path", "/var/lib/vz"),
            96 * GIB),
        new Storage(
            "local-lvm",
            "lvmthin",
            List.of("images", "rootdir"),
            false,
            List.of(),
            false,
            Map.of("vgname", "pve", "thinpool", "data"),
            (800 + 16L * perNode) * GIB),
        new Storage(
            "nfs",
            "nfs",
            List.of("images", "rootdir", "iso", "vztmpl"),
            true,
            List.of(),
            false,
            Map.of("path", "/mnt/pve/nfs", "server", "10.0.0.5", "export", "/srv/nfs"),
            (2_000 + 4L * guests) * GIB));
  }

  private static List<Node.Interface> interfaces(int node) {
    return List.of(
        new Node.Interface("eno1", "eth", "", false, "", "", ""),
        new Node.Interface("eno2", "eth", "", false, "", "", ""),
        new Node.Interface(
            "vmbr0",
            "bridge",
            "eno1",
            true,
            "10.0.0.%d/24".formatted(10 + node),
            "10.0.0.1",
            "Campus network"),
        new Node.Interface("vmbr1", "bridge", "eno2", true, "", "", "Lab VLANs"),
        new Node.Interface("vmbr2", "bridge", "", false, "", "", "Host only"));
  }
}
