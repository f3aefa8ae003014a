package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done for a part of a reservation now. */
public sealed interface PartDecision {

  /** Nothing, until one of its operations changes. */
  record Await() implements PartDecision {}

  /** Nothing before then. */
  record Later(Instant then) implements PartDecision {}

  /** Look at the guest, and decide again. */
  record Look(GuestRef guest) implements PartDecision {}

  /** Submit the operation of that key, which may be there already. */
  record Submit(PartKey key, Doing doing) implements PartDecision {}

  /**
   * Note that the round has come to its end.
   *
   * @param guest what there is now, or null
   * @param why it is not as wanted, or null
   */
  record Settle(PartState state, @Nullable GuestRef guest, Operation.@Nullable Failure why)
      implements PartDecision {}
}
