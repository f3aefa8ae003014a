package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.operation.Subject;
import java.util.List;
import java.util.UUID;

/**
 * An order to hold an address, or to give it back.
 *
 * @param allocation its id
 * @param address as people write it; another once it is held, where the first was taken
 * @param step what is done
 * @param onlyThat whether no other will do
 */
public record AllocationOrder(
    UUID allocation, String address, AllocationStep step, boolean onlyThat) implements Order {
  /** The words of {@link #kind}. */
  public static final List<String> KINDS = List.of("hold-address", "release-address");

  /** The kind of an address as a {@link Subject}. */
  public static final String SUBJECT = "address";

  /** To hold an address, or another of its prefix where that is taken. */
  public static AllocationOrder hold(Allocation allocation, boolean onlyThat) {
    return new AllocationOrder(allocation.id(), allocation.cidr(), AllocationStep.HOLD, onlyThat);
  }

  /** To give an address back. */
  public static AllocationOrder release(Allocation allocation) {
    return new AllocationOrder(allocation.id(), allocation.cidr(), AllocationStep.RELEASE, true);
  }

  /** The order of an operation on an address. */
  public static AllocationOrder of(Operation operation) {
    if (operation.order() instanceof AllocationOrder order) {
      return order;
    }
    throw new IllegalArgumentException(operation.order().kind() + " is about no address");
  }

  /** The step of orders of that word. */
  public static AllocationStep step(String kind) {
    return kind.equals(KINDS.getFirst()) ? AllocationStep.HOLD : AllocationStep.RELEASE;
  }

  /** What is in an operation's hands while it changes an allocation. */
  public static Subject subject(UUID allocation) {
    return new Subject(SUBJECT, allocation.toString());
  }

  /** The same, of another address. */
  public AllocationOrder of(String another) {
    return new AllocationOrder(allocation, another, step, onlyThat);
  }

  @Override
  public String kind() {
    return step.wire() + "-address";
  }

  @Override
  public String about() {
    return "address " + address;
  }

  @Override
  public Subject subject() {
    return subject(allocation);
  }

  @Override
  public String target() {
    return SUBJECT + "/" + address;
  }

  @Override
  public List<Step> steps() {
    return List.of(Step.pending(step));
  }

  @Override
  public Refusal refusedBy(Operation holder) {
    return new Refusal.Busy(
        "%s is being changed by operation %s (%s); wait for it"
            .formatted(about(), holder.id(), holder.order().kind()),
        holder.id());
  }
}
