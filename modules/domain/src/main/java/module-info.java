/** What a lab is, independent of HTTP, SQL and Proxmox. Depends on nothing but the JDK. */
module direttore.domain {
  requires static transitive org.jspecify;
}
