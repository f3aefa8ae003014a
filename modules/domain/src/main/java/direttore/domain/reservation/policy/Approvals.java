package direttore.domain.reservation.policy;

import direttore.domain.access.Actor;
import direttore.domain.reservation.Reservation;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where it is decided what becomes of reservations that have to be approved. Both refuse with
 * {@code WrongState} what waits for no approval, with {@code Forbidden} whoever asked for it
 * themselves, and with {@code Stale} another version than the one that was looked at.
 */
public interface Approvals {
  /** Those of these reservations that had to be approved. */
  Map<Long, Approval> of(Collection<Long> reservations);

  /**
   * It is booked; or, where it stands for a change of another, that one is changed. Answers the one
   * that is booked.
   *
   * @param others of its series, that are approved with it; those that do not wait stay as they are
   */
  Reservation approve(
      long id, Collection<Long> others, Actor by, @Nullable Integer version, @Nullable String note);

  /** It is refused, and holds nothing any more. */
  Reservation refuse(
      long id, Collection<Long> others, Actor by, @Nullable Integer version, String note);
}
