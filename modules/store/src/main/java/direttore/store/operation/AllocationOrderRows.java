package direttore.store.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.AllocationStep;
import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.store.Row;
import direttore.store.json.Form;
import direttore.store.order.OrderRows;
import io.helidon.dbclient.DbStatement;
import java.util.UUID;

/** How an order about an address stands in the columns of its operation. */
final class AllocationOrderRows implements OrderRows {
  private static final Form<Request> REQUEST =
      Form.of(Form.mapper(new SimpleModule()).build(), new TypeReference<>() {});

  /** What was ordered, as jsonb. */
  record Request(UUID allocation, String address, boolean onlyThat) {}

  @Override
  public boolean has(Order order) {
    return order instanceof AllocationOrder;
  }

  @Override
  public boolean has(String kind) {
    return AllocationOrder.KINDS.contains(kind);
  }

  @Override
  public Order read(Row row) {
    var request = REQUEST.read(row.text("request"));
    return new AllocationOrder(
        request.allocation(),
        request.address(),
        AllocationOrder.step(row.text("kind")),
        request.onlyThat());
  }

  @Override
  public StepKind step(String word) {
    return AllocationStep.of(word);
  }

  @Override
  public void write(DbStatement<?> statement, Order order) {
    OrderRows.aboutNoGuest(statement);
    statement.addParam("request", request(order));
  }

  @Override
  public void writeChange(DbStatement<?> statement, Order order) {
    OrderRows.withNoPlace(statement);
    statement.addParam("changed", request(order));
  }

  private static String request(Order order) {
    if (order instanceof AllocationOrder(var allocation, var address, var _, var onlyThat)) {
      return REQUEST.write(new Request(allocation, address, onlyThat));
    }
    throw new IllegalArgumentException(order.kind() + " is about no address");
  }
}
