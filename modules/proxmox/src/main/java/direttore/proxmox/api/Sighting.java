package direttore.proxmox.api;

import direttore.domain.guest.GuestRef;

/** Where in the cluster a VMID is in use, as the cluster knows it now. */
public sealed interface Sighting {

  /** No guest of the cluster has it: the cluster says so whatever the account may see. */
  record Free() implements Sighting {}

  /** This guest has it. */
  record At(GuestRef guest) implements Sighting {}

  /** A guest has it that the account does not see. */
  record Hidden() implements Sighting {}
}
