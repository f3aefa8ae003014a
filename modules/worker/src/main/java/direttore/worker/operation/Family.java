package direttore.worker.operation;

import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;

/** How one family of orders is carried out; whatever is known of its systems is behind it. */
public interface Family {
  /** Whether the order is one of it. */
  boolean has(Order order);

  /** What the step does to the world. */
  Effect effect(Work work, Step step);

  /**
   * Why the operation ends early, with what people are to know of what it leaves; asked after all
   * of it that is taken back was.
   *
   * @param why with what was said of that
   */
  default Failure left(Work work, Failure why) {
    return why;
  }
}
