package direttore.simulator.pve.release;

/**
 * The release of Proxmox VE that a simulator says it is. It answers as 9.2 does in all but what
 * clients can tell the two apart by: the version, and how {@code /cluster/resources} shows
 * networks.
 */
public enum Release {
  /** The last of the eighth. */
  PVE_8_4("8.4", "8.4.14", "b502d23c55afcba1"),
  /** The one whose answers were recorded. */
  PVE_9_2("9.2", "9.2.11", "14a22df35955d97d");

  private final String series;
  private final String version;
  private final String repository;

  Release(String series, String version, String repository) {
    this.series = series;
    this.version = version;
    this.repository = repository;
  }

  /** {@code 9.2}. */
  public String series() {
    return series;
  }

  /** {@code 9.2.11}. */
  public String version() {
    return version;
  }

  /** The commit of pve-manager, 16 hexadecimal digits. */
  public String repository() {
    return repository;
  }

  /** Does it show the networks of a node as such, where older ones show SDN zones? */
  public boolean showsNetworks() {
    return this == PVE_9_2;
  }
}
