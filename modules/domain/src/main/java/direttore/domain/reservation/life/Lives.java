package direttore.domain.reservation.life;

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

  /** Those with parts under way, by their id. */
  List<Long> moving();

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Life find(long id);

  /** Its parts whose guest another reservation has not brought to rest yet. */
  Set<UUID> waiting(long id);

  /** The operations of its parts that have any. */
  Map<UUID, List<PartOperation>> operations(long id);

  /**
   * The secrets that a part is made with, {@link GuestSecrets#NONE} when there are none.
   *
   * @throws direttore.domain.operation.Operations.Sealed when they do not open with the key at hand
   */
  GuestSecrets secrets(UUID part);

  /**
   * Notes that a part has come to the end of its round, if it is in that round still; and with it
   * what that makes of its reservation.
   */
  void settle(long id, UUID part, int round, PartDecision.Settle end);

  /** Has what went wrong with these parts tried anew; nothing for what is well. */
  Life repair(long id, Set<UUID> parts);
}
