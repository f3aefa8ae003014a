package direttore.domain.guest;

import direttore.domain.Refusal;

/** A VLAN tag: 1 to 4094 (IEEE 802.1Q; 0 and 4095 are reserved). */
public record Vlan(int tag) {
  public Vlan {
    if (tag < 1 || tag > 4094) {
      throw new Refusal.Invalid("vlan", "must be 1 to 4094, or null for untagged");
    }
  }
}
