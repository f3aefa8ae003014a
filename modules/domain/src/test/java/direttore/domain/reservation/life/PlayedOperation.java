package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operation.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as it is carried out. */
final class PlayedOperation {
  private static final Failure BROKEN = new Failure("broken", "It broke.");

  final UUID part;
  final PartKey key;
  final Doing doing;
  State state = State.QUEUED;
  boolean cancelled;
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
        part, key, doing, state, guest, state == State.FAILED ? BROKEN : null, ended);
  }
}
