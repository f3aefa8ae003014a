package direttore.store.order;

import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.store.Row;
import io.helidon.dbclient.DbStatement;

/** How the orders of one family stand in the table of operations. */
public interface OrderRows {
  /** Whether the order is one of it. */
  boolean has(Order order);

  /** Whether orders of that word are of it. */
  boolean has(String kind);

  Order read(Row row);

  /** A step of that word. */
  StepKind step(String word);

  /** All that is stored once, when it is ordered. */
  void write(DbStatement<?> statement, Order order);

  /**
   * What may change while it is carried out: where its guest is, and in {@code changed} what is
   * ordered, null where that stays.
   */
  void writeChange(DbStatement<?> statement, Order order);

  /** Leaves empty what says of an order which guest it is about, and how large that is. */
  static void aboutNoGuest(DbStatement<?> statement) {
    statement
        .addParam("cluster", (Object) null)
        .addParam("guestKind", (Object) null)
        .addParam("chosen", (Object) null)
        .addParam("terms", (Object) null)
        .addParam("cores", 0)
        .addParam("memory", 0L)
        .addParam("disk", 0L);
    withNoPlace(statement);
  }

  /** Leaves empty where its guest is. */
  static void withNoPlace(DbStatement<?> statement) {
    statement.addParam("node", (Object) null).addParam("vmid", (Object) null);
  }
}
