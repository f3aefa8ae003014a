package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operation.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as it is carried out. */
final class PlayedOperation {
  private static final String WHY = "It broke.";

  final UUID part;
  final PartKey key;
  final Doing doing;
  State state = State.QUEUED;
  boolean cancelled;
  boolean leaves;
  GuestRef guest;
  @Nullable Instant ended;

  PlayedOperation(UUID part, PartKey key, Doing doing, GuestRef guest) {
    this.part = part;
    this.key = key;
    this.doing = doing;
    this.guest = guest;
  }

  PartOperation seen() {
    return new PartOperation(
        part, key, doing, false, state, guest, state == State.FAILED ? broken() : null, ended);
  }

  private Failure broken() {
    return new Failure(
        "broken", WHY, leaves ? new GuestLeft(guest, GuestLeft.State.UNKNOWN, null) : null);
  }
}
