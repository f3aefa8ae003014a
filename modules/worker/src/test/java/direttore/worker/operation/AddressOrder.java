package direttore.worker.operation;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.operation.StepKind;
import direttore.domain.operation.Subject;
import java.util.List;
import java.util.Locale;

/**
 * An order about no guest: to give an address to a name.
 *
 * @param checked whether the address must answer in the end
 */
record AddressOrder(String address, String name, boolean checked) implements Order {

  /** What is done to the address book. */
  enum Kind implements StepKind {
    /** Done at once. */
    RESERVE,
    /** Done by a job of the address book. */
    PUBLISH,
    /** Done by nobody: it is so, or the order fails. */
    CHECK;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String kind() {
    return "give-address";
  }

  @Override
  public String about() {
    return "address " + address;
  }

  @Override
  public Subject subject() {
    return new Subject("address", address);
  }

  @Override
  public List<Step> steps() {
    return checked
        ? List.of(Step.pending(Kind.RESERVE), Step.pending(Kind.PUBLISH), Step.pending(Kind.CHECK))
        : List.of(Step.pending(Kind.RESERVE), Step.pending(Kind.PUBLISH));
  }

  @Override
  public Refusal refusedBy(Operation holder) {
    return new Refusal.Busy(about() + " is being changed", holder.id());
  }
}
