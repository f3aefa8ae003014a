package direttore.store.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordStep;
import direttore.store.Row;
import direttore.store.json.Form;
import direttore.store.order.OrderRows;
import io.helidon.dbclient.DbStatement;
import java.util.UUID;

/** How an order about a record stands in the columns of its operation. */
final class RecordOrderRows implements OrderRows {
  private static final Form<Request> REQUEST =
      Form.of(Form.mapper(new SimpleModule()).build(), new TypeReference<>() {});

  /** What was ordered, as jsonb. */
  record Request(UUID record, String guest) {}

  @Override
  public boolean has(Order order) {
    return order instanceof RecordOrder;
  }

  @Override
  public boolean has(String kind) {
    return RecordOrder.KINDS.contains(kind);
  }

  @Override
  public Order read(Row row) {
    var request = REQUEST.read(row.text("request"));
    return new RecordOrder(request.record(), request.guest(), RecordStep.of(row.text("kind")));
  }

  @Override
  public StepKind step(String word) {
    return RecordStep.of(word);
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
    if (order instanceof RecordOrder(var record, var guest, var _)) {
      return REQUEST.write(new Request(record, guest));
    }
    throw new IllegalArgumentException(order.kind() + " is about no record");
  }
}
