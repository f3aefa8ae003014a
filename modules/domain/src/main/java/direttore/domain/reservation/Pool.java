package direttore.domain.reservation;

import direttore.domain.node.NodeName;

/**
 * A part of a node that is counted in guests, of which reservations claim so many.
 *
 * @param vms the most virtual machines of all reservations at once
 * @param lxc the most containers
 */
public record Pool(int id, String name, NodeName node, int vms, int lxc) {
  public static final int MOST = 100_000;
  public static final int USUAL_VMS = 10;
  public static final int USUAL_LXC = 20;

  /** What an operator says of one. */
  public record Form(String name, NodeName node, int vms, int lxc) {
    public Form {
      ReservedText.name("name", name);
      Amount.within("max_vms", vms, MOST);
      Amount.within("max_lxc", lxc, MOST);
    }
  }

  public Form form() {
    return new Form(name, node, vms, lxc);
  }
}
