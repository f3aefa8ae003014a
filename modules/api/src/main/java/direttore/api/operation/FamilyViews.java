package direttore.api.operation;

import direttore.api.guestorder.GuestLeftView;
import direttore.api.guestorder.GuestRequestView;
import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Left;
import direttore.domain.operation.Order;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each family of orders shows of itself in answers: a line per family, none per kind. */
final class FamilyViews {
  private FamilyViews() {}

  /** What was ordered, in the words of the order's body. */
  static Map<String, @Nullable Object> request(Order order) {
    return order instanceof GuestOrder guest ? GuestRequestView.of(guest.action()) : Map.of();
  }

  /** The guest that it is about, empty where it is about something else. */
  static Optional<GuestRef> guest(Order order) {
    return order instanceof GuestOrder guest ? Optional.of(guest.guest()) : Optional.empty();
  }

  static @Nullable GuestLeftView left(@Nullable Left left) {
    return left instanceof GuestLeft guest ? GuestLeftView.of(guest) : null;
  }
}
