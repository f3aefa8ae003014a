package direttore.proxmox.property;

import org.jspecify.annotations.Nullable;

/** VLAN tags as property strings have them. */
final class Tags {
  private static final int HIGHEST = 4094;

  private Tags() {}

  static void check(@Nullable Integer tag) {
    if (tag != null && (tag < 1 || tag > HIGHEST)) {
      throw new IllegalArgumentException("tag %d must be 1 to %d".formatted(tag, HIGHEST));
    }
  }
}
