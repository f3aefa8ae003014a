package direttore.store.operation;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.store.Row;
import direttore.store.guestorder.GuestOrderRow;
import io.helidon.dbclient.DbStatement;

/** How each family of orders stands in the table of operations; guests are the only one yet. */
final class FamilyRows {
  private FamilyRows() {}

  static Order read(Row row) {
    return GuestOrderRow.read(row);
  }

  static StepKind step(String kind) {
    return GuestOrderRow.step(kind);
  }

  /** All that is stored once, when it is ordered. */
  static void write(DbStatement<?> statement, Order order) {
    GuestOrderRow.write(statement, GuestOrder.of(order));
  }

  /** What may change while it is carried out. */
  static void writeChange(DbStatement<?> statement, Order order) {
    GuestOrderRow.writePlace(statement, GuestOrder.of(order));
  }
}
