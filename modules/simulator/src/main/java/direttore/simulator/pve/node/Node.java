package direttore.simulator.pve.node;

import java.util.List;

/**
 * A node.
 *
 * @param id its number in the cluster, from 1
 * @param memory in bytes
 * @param disk size of its root file system in bytes
 * @param booted seconds since 1970
 */
public record Node(
    String name,
    int id,
    String address,
    int cpus,
    long memory,
    long disk,
    long booted,
    List<Interface> interfaces) {
  private static final int TICKS_A_SECOND = 100;

  public Node {
    interfaces = List.copyOf(interfaces);
  }

  /** Clock ticks since it booted, at that many milliseconds since 1970. */
  public long ticks(long millis) {
    return Math.max(0, millis - booted * 1000) * TICKS_A_SECOND / 1000;
  }

  /**
   * A network interface of a node.
   *
   * @param type {@code eth}, {@code bridge}, {@code bond}, {@code vlan} ...
   * @param ports the ports of a bridge, separated by blanks, or empty
   * @param vlanAware whether a bridge handles VLAN tags itself
   * @param cidr its address with the length of the network, or empty
   * @param gateway the default route, or empty
   */
  public record Interface(
      String name,
      String type,
      String ports,
      boolean vlanAware,
      String cidr,
      String gateway,
      String comments) {

    /** Is it a bridge that guests can join? */
    public boolean isBridge() {
      return type.equals("bridge");
    }
  }
}
