package direttore.store.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.AllocationStep;
import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordStep;
import direttore.store.Row;
import direttore.store.json.Form;
import direttore.store.order.OrderRows;
import io.helidon.dbclient.DbStatement;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the orders of a family that is about no guest stand in the columns of their operations: by
 * their word, and what else is to be known of them as JSON.
 *
 * @param type of the orders
 * @param kinds their words
 * @param form of what else is to be known
 * @param request that of an order
 * @param order the one of that and of its word
 * @param stepOf the step of a word
 */
record RequestRows<O extends Order, R>(
    Class<O> type,
    List<String> kinds,
    Form<R> form,
    Function<O, R> request,
    BiFunction<R, String, O> order,
    Function<String, StepKind> stepOf)
    implements OrderRows {

  /** Orders about addresses. */
  static final OrderRows ALLOCATIONS =
      new RequestRows<>(
          AllocationOrder.class,
          AllocationOrder.KINDS,
          form(new TypeReference<OfAllocation>() {}),
          o -> new OfAllocation(o.allocation(), o.address(), o.onlyThat()),
          (r, kind) ->
              new AllocationOrder(
                  r.allocation(), r.address(), AllocationOrder.step(kind), r.onlyThat()),
          AllocationStep::of);

  /** Orders about records of guests. */
  static final OrderRows RECORDS =
      new RequestRows<>(
          RecordOrder.class,
          RecordOrder.KINDS,
          form(new TypeReference<OfRecord>() {}),
          o -> new OfRecord(o.record(), o.guest()),
          (r, kind) -> new RecordOrder(r.record(), r.guest(), RecordStep.of(kind)),
          RecordStep::of);

  record OfAllocation(UUID allocation, String address, boolean onlyThat) {}

  record OfRecord(UUID record, String guest) {}

  private static <R> Form<R> form(TypeReference<R> type) {
    return Form.of(Form.mapper(new SimpleModule()).build(), type);
  }

  @Override
  public boolean has(Order other) {
    return type.isInstance(other);
  }

  @Override
  public boolean has(String kind) {
    return kinds.contains(kind);
  }

  @Override
  public Order read(Row row) {
    return order.apply(form.read(row.text("request")), row.text("kind"));
  }

  @Override
  public StepKind step(String word) {
    return stepOf.apply(word);
  }

  @Override
  public void write(DbStatement<?> statement, Order ordered) {
    OrderRows.aboutNoGuest(statement);
    statement.addParam("request", json(ordered));
  }

  @Override
  public void writeChange(DbStatement<?> statement, Order ordered) {
    OrderRows.withNoPlace(statement);
    statement.addParam("changed", json(ordered));
  }

  private String json(Order ordered) {
    return form.write(request.apply(type.cast(ordered)));
  }
}
