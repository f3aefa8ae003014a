package direttore.domain.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory is to say of a guest.
 *
 * @param cluster the name of its cluster there
 * @param type {@code qemu} or {@code lxc}
 * @param cores its processors; 0 where it may use all
 * @param memory in MiB
 * @param disk in MiB, of all its disks; 0 where that is not known
 * @param owner whose it is
 * @param team the team that may change it too, or null
 * @param link where Direttore shows it, or null where its address is not known
 */
public record GuestFacts(
    String cluster,
    String name,
    String type,
    int vmid,
    boolean running,
    int cores,
    long memory,
    long disk,
    String owner,
    @Nullable String team,
    @Nullable String link,
    List<Nic> nics,
    List<Ip> addresses) {
  public GuestFacts {
    nics = List.copyOf(nics);
    addresses = List.copyOf(addresses);
  }

  /**
   * A NIC.
   *
   * @param number from 0, as in {@code net0}
   * @param name as the guest's configuration calls it
   * @param mac its hardware address in capitals, or null where it has none yet
   * @param vlan its tag, or null
   */
  public record Nic(
      int number, String name, @Nullable String mac, String bridge, @Nullable Integer vlan) {}

  /**
   * An address that is set on a NIC.
   *
   * @param nic the number of the NIC
   * @param cidr with the length of its prefix
   * @param allocation that holds it, or null where somebody chose it by hand
   */
  public record Ip(int nic, String cidr, @Nullable UUID allocation) {
    /** Without the length of its prefix. */
    public String host() {
      return cidr.substring(0, cidr.indexOf('/'));
    }
  }

  /** What the guest is, for people: {@code VM 105}. */
  public String about() {
    return (type.equals("qemu") ? "VM " : "container ") + vmid;
  }
}
