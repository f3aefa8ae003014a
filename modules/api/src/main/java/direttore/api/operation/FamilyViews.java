package direttore.api.operation;

import direttore.api.guestorder.GuestLeftView;
import direttore.api.guestorder.GuestRequestView;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Left;
import direttore.domain.operation.Order;
import direttore.domain.record.RecordOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each family of orders shows of itself in answers: a line per family, none per kind. */
final class FamilyViews {
  private FamilyViews() {}

  /** Every word that an order's kind may be. */
  static List<String> kinds() {
    return Stream.of(GuestAction.KINDS, AllocationOrder.KINDS, RecordOrder.KINDS)
        .flatMap(List::stream)
        .toList();
  }

  /** What was ordered, in the words of the order's body. */
  static Map<String, @Nullable Object> request(Order order) {
    return switch (order) {
      case GuestOrder guest -> GuestRequestView.of(guest.action());
      case AllocationOrder allocation ->
          Map.of("allocation", allocation.allocation(), "address", allocation.address());
      case RecordOrder record -> Map.of("record", record.record(), "guest", record.guest());
      default -> Map.of();
    };
  }

  /** The guest that it is about, empty where it is about something else. */
  static Optional<GuestRef> guest(Order order) {
    return order instanceof GuestOrder guest ? Optional.of(guest.guest()) : Optional.empty();
  }

  static @Nullable GuestLeftView left(@Nullable Left left) {
    return left instanceof GuestLeft guest ? GuestLeftView.of(guest) : null;
  }
}
