package direttore.domain.guest;

import direttore.domain.Refusal;

/** The number of a guest, unique in its cluster: 100 to 999999999 (Proxmox format pve-vmid). */
public record VmId(int value) implements Comparable<VmId> {
  public static final int LOWEST = 100;
  public static final int HIGHEST = 999_999_999;

  public VmId {
    if (value < LOWEST || value > HIGHEST) {
      throw new Refusal.Invalid("vmid", "must be %d to %d".formatted(LOWEST, HIGHEST));
    }
  }

  /** The id written in decimal. */
  public static VmId parse(String text) {
    try {
      return new VmId(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new Refusal.Invalid(
          "vmid", "must be a whole number from %d to %d".formatted(LOWEST, HIGHEST));
    }
  }

  @Override
  public int compareTo(VmId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
