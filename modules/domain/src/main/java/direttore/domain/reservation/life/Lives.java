package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSecrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the parts of reservations live. */
public interface Lives {
  /** The reservation of a part, empty where the id is of none. */
  Optional<Long> reservationOf(UUID part);

  /** Those with parts under way, or with guests that nobody has looked at yet, by their id. */
  List<Long> moving();

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Life find(long id);

  /**
   * Takes the guests that were there and that its parts under way are about, where nobody has them;
   * answers the parts whose guest another reservation has in fact, with that reservation. What a
   * part has is given back once it is at rest.
   */
  Map<UUID, Long> take(long id);

  /** The operations of its parts that have any. */
  Map<UUID, List<PartOperation>> operations(long id);

  /**
   * The secrets that a part is made with, {@link GuestSecrets#NONE} when there are none.
   *
   * @throws direttore.domain.operation.Operations.Sealed when they do not open with the key at hand
   */
  GuestSecrets secrets(UUID part);

  /** Notes what the guest of a part was born with, where that is not known. */
  void born(long id, UUID part, Birth birth);

  /** Notes what a part waits for, if it is in that round still. */
  void note(long id, UUID part, int round, Waiting what);

  /**
   * Notes that a part has come to the end of its round, if it is in that round still and no
   * operation of it is under way; and with it what that makes of its reservation. Nothing more is
   * submitted for it then until something else is wanted of it.
   */
  void settle(long id, UUID part, int round, PartDecision.Settle end);

  /**
   * Has what went wrong with these parts tried anew, as somebody says; nothing for what is well.
   */
  Life repair(long id, Set<UUID> parts, String by);
}
