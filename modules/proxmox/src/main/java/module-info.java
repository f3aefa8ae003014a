/** A Proxmox VE client, shaped like {@code /api2/json}. */
module direttore.proxmox {
  requires static transitive org.jspecify;
}
