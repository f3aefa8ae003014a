package direttore.simulator.pve.schema;

import java.util.Set;

/** The privileges of Proxmox VE 9.2 (PVE 8 has VM.Monitor in place of the VM.GuestAgent ones). */
public final class Privileges {
  /** Every one of them. */
  public static final Set<String> ALL = Set.copyOf(ApiSchema.pve().values("privileges"));

  /** The privilege to hand out privileges. */
  public static final String PERMISSIONS_MODIFY = "Permissions.Modify";

  private Privileges() {}
}
