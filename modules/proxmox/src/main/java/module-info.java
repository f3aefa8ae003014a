/** A Proxmox VE client, shaped like {@code /api2/json}. */
module direttore.proxmox {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive direttore.domain;
  requires transitive direttore.transport;
  requires static transitive org.jspecify;

  exports direttore.proxmox.access;
  exports direttore.proxmox.api;
  exports direttore.proxmox.cluster;
  exports direttore.proxmox.failure;
  exports direttore.proxmox.hypervisor;
  exports direttore.proxmox.property;
  exports direttore.proxmox.reply;
  exports direttore.proxmox.right;
  exports direttore.proxmox.transport;
}
