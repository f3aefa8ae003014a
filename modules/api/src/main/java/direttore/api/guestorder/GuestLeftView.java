package direttore.api.guestorder;

import direttore.domain.guestorder.GuestLeft;
import org.jspecify.annotations.Nullable;

/** A guest that an operation left behind, in answers. */
public record GuestLeftView(
    String type, String node, int vmid, String state, @Nullable String lock) {
  public static GuestLeftView of(GuestLeft left) {
    var guest = left.guest();
    return new GuestLeftView(
        guest.kind().wire(),
        guest.node().value(),
        guest.vmid().value(),
        left.state().wire(),
        left.lock());
  }
}
