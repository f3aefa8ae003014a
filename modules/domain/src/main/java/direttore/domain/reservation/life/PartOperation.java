package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a part, as far as its steward needs to know it.
 *
 * @param starts whether its guest is started with it
 * @param guest as it is named by now
 * @param error why it failed, or null
 * @param ended when, or null while it is active
 */
public record PartOperation(
    UUID id,
    PartKey key,
    Doing doing,
    boolean starts,
    Operation.State state,
    GuestRef guest,
    Operation.@Nullable Failure error,
    @Nullable Instant ended) {

  public boolean succeeded() {
    return state == Operation.State.SUCCEEDED;
  }

  public boolean failed() {
    return state == Operation.State.FAILED;
  }

  public boolean cancelled() {
    return state == Operation.State.CANCELLED;
  }
}
