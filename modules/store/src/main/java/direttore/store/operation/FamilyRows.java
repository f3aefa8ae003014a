package direttore.store.operation;

import direttore.domain.operation.Order;
import direttore.store.guestorder.GuestOrderRows;
import direttore.store.order.OrderRows;
import java.util.List;
import java.util.function.Predicate;

/** How each family of orders stands in the table of operations. */
final class FamilyRows {
  private static final List<OrderRows> FAMILIES =
      List.of(new GuestOrderRows(), RequestRows.ALLOCATIONS, RequestRows.RECORDS);

  private FamilyRows() {}

  /** Those of the family that the order is of. */
  static OrderRows of(Order order) {
    return first(family -> family.has(order), order.kind());
  }

  /** Those of the family that has orders of that word. */
  static OrderRows of(String kind) {
    return first(family -> family.has(kind), kind);
  }

  private static OrderRows first(Predicate<OrderRows> has, String kind) {
    return FAMILIES.stream()
        .filter(has)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no family stores orders " + kind));
  }
}
