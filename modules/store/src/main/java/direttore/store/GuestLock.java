package direttore.store;

import direttore.domain.guest.VmId;
import io.helidon.dbclient.DbExecute;

/** Lets one transaction after the other decide what happens to a guest. */
public final class GuestLock {
  private GuestLock() {}

  /** Waits for the guest of that VMID, and holds it until the transaction ends. */
  public static void hold(DbExecute execute, VmId vmid) {
    execute
        .createGet("SELECT pg_advisory_xact_lock(17487, CAST(:vmid AS integer))")
        .addParam("vmid", vmid.value())
        .execute();
  }
}
