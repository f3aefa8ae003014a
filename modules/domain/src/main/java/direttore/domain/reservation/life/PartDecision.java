package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
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

  /** Note what is waited for; nothing before then. */
  record Wait(Waiting waiting, Instant then) implements PartDecision {}

  /** Look at the guest, and decide again. */
  record Look(GuestRef guest) implements PartDecision {}

  /** Submit the operation of that key, which may be there already. */
  record Submit(PartKey key, Doing doing) implements PartDecision {}

  /**
   * Note that the round has come to its end.
   *
   * @param guest what there is now, or null
   * @param birth what that was born with, or null where that was not seen
   * @param why it is not as wanted, or null
   */
  record Settle(
      PartState state,
      @Nullable GuestRef guest,
      @Nullable Birth birth,
      Operation.@Nullable Failure why)
      implements PartDecision {}
}
