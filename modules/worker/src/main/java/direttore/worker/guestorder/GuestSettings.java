package direttore.worker.guestorder;

import direttore.domain.guest.VmidRange;

/**
 * How orders about guests are carried out.
 *
 * @param vmids from which another VMID is chosen when the first was taken
 * @param clonesPerSource how many clones of one source may run at once, 1 or more
 * @param clonesPerStorage how many full clones may write to one storage at once, 1 or more
 */
public record GuestSettings(VmidRange vmids, int clonesPerSource, int clonesPerStorage) {
  public GuestSettings {
    if (clonesPerSource < 1 || clonesPerStorage < 1) {
      throw new IllegalArgumentException("clones at once must be 1 or more");
    }
  }

  /** What suits most. */
  public static GuestSettings of(VmidRange vmids) {
    return new GuestSettings(vmids, 2, 4);
  }
}
