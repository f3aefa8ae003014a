package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
import direttore.domain.guest.Marker;
import java.util.List;
import java.util.UUID;

/** Whether a guest that has the VMID of a part's is the part's. */
public enum Identity {
  SAME,
  OTHER,
  /** Neither is proven. */
  UNCERTAIN;

  /**
   * Of a guest that was looked at.
   *
   * @param makers the operations that made the part's guest, or tried to
   */
  public static Identity of(Part part, List<UUID> makers, String description, Birth birth) {
    if (!part.made()) {
      return byBirth(part, birth, SAME);
    }
    if (makers.stream().anyMatch(id -> new Marker(id).marks(description))) {
      return SAME;
    }
    return Marker.anyIn(description) ? OTHER : byBirth(part, birth, UNCERTAIN);
  }

  /**
   * What births say.
   *
   * @param unknown where nobody knows what the part's guest was born with
   */
  private static Identity byBirth(Part part, Birth birth, Identity unknown) {
    var before = part.birth();
    if (before == null || before.blank()) {
      return unknown;
    }
    return switch (before.likeness(birth)) {
      case SAME -> SAME;
      case OTHER -> OTHER;
      case UNCERTAIN -> UNCERTAIN;
    };
  }
}
