package direttore.domain.guest;

import direttore.domain.Refusal;

/** The VMIDs that Direttore may give to guests it makes, both ends included. */
public record VmidRange(VmId first, VmId last) {
  public VmidRange {
    if (first.compareTo(last) > 0) {
      throw new Refusal.Invalid("vmid range", "must not end before it starts");
    }
  }
}
