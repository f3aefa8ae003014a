package direttore.domain.reservation.life;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.AtEnd;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One guest of a reservation: one that it brings into being, or one that was there and is named.
 *
 * @param id also the fence of its operations
 * @param name unique in the reservation
 * @param making how it is made, or null for a guest that was there
 * @param guest the guest, or null while there is none yet
 * @param starts whether a guest that was there is started
 * @param round rises when what is wanted changes; operations of an older one do nothing more
 * @param state of the present round
 * @param failure why it failed or is stuck, or the last try did; null where nothing went wrong
 */
public record Part(
    UUID id,
    long reservation,
    String name,
    @Nullable Member making,
    @Nullable GuestRef guest,
    boolean starts,
    AtEnd atEnd,
    PartWant want,
    int round,
    PartState state,
    @Nullable Failure failure) {
  public static final int LONGEST_NAME = 63;

  public Part {
    if (making == null && guest == null) {
      throw new IllegalArgumentException("part %s is about no guest".formatted(name));
    }
    if (making == null && atEnd == AtEnd.DESTROY) {
      throw new IllegalArgumentException(
          "guest %s was there before its reservation and stays".formatted(guest));
    }
  }

  /** Whether the reservation makes it, so that it may delete it. */
  public boolean made() {
    return making != null;
  }

  /** The same at the end of its round. */
  Part settled(PartDecision.Settle end) {
    return new Part(
        id,
        reservation,
        name,
        making,
        made() ? end.guest() : guest,
        starts,
        atEnd,
        want,
        round,
        end.state(),
        end.why());
  }

  /** The same with another end. */
  Part ending(AtEnd other) {
    return new Part(
        id, reservation, name, making, guest, starts, other, want, round, state, failure);
  }

  /** The same, wanted otherwise from now on. */
  Part wanted(PartWant other, PartState from) {
    return new Part(
        id, reservation, name, making, guest, starts, atEnd, other, round + 1, from, null);
  }
}
