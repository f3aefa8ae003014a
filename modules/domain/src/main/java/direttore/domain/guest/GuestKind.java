package direttore.domain.guest;

/** The two kinds of guest that Proxmox runs. */
public enum GuestKind {
  /** A virtual machine. */
  QEMU("qemu", "VM"),
  /** A system container. */
  LXC("lxc", "container");

  private final String wire;
  private final String noun;

  GuestKind(String wire, String noun) {
    this.wire = wire;
    this.noun = noun;
  }

  /** Proxmox's word, also its path segment. */
  public String wire() {
    return wire;
  }

  /** The word for people. */
  public String noun() {
    return noun;
  }
}
