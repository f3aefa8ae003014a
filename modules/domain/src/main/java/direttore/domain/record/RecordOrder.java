package direttore.domain.record;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.operation.Subject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order to record a guest in NetBox, or to remove its record.
 *
 * @param record its id
 * @param guest as people call it
 */
public record RecordOrder(UUID record, String guest, RecordStep step) implements Order {
  /** The words of {@link #kind}. */
  public static final List<String> KINDS =
      Stream.of(RecordStep.values()).map(RecordStep::wire).toList();

  /** The kind of a record as a {@link Subject}. */
  public static final String SUBJECT = "record";

  /** To have NetBox say what is wanted of it. */
  public static RecordOrder write(GuestRecord record) {
    return new RecordOrder(record.id(), record.about(), RecordStep.RECORD);
  }

  /** To remove it. */
  public static RecordOrder remove(GuestRecord record) {
    return new RecordOrder(record.id(), record.about(), RecordStep.REMOVE);
  }

  /** The order of an operation on a record. */
  public static RecordOrder of(Operation operation) {
    if (operation.order() instanceof RecordOrder order) {
      return order;
    }
    throw new IllegalArgumentException(operation.order().kind() + " is about no record");
  }

  @Override
  public String kind() {
    return step.wire();
  }

  @Override
  public String about() {
    return guest + " in NetBox";
  }

  @Override
  public Subject subject() {
    return new Subject(SUBJECT, record.toString());
  }

  @Override
  public String target() {
    return SUBJECT + "/" + guest;
  }

  @Override
  public List<Step> steps() {
    return List.of(Step.pending(step));
  }

  @Override
  public Refusal refusedBy(Operation holder) {
    return new Refusal.Busy(
        "what NetBox has of %s is being changed by operation %s (%s); wait for it"
            .formatted(guest, holder.id(), holder.order().kind()),
        holder.id());
  }
}
