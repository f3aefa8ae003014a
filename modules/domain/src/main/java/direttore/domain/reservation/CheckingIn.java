package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Instant;

/** What becomes of a reservation to which somebody checks in. */
public final class CheckingIn {
  private CheckingIn() {}

  /** Whether somebody can check in now. */
  public static boolean possible(Reservation reservation, Instant now) {
    var checkIn = reservation.checkIn();
    return checkIn != null
        && checkIn.pending()
        && underWay(reservation)
        && !now.isBefore(opens(reservation))
        && now.isBefore(reservation.window().to());
  }

  /**
   * Somebody uses it; the same where somebody said so before. Refuses with {@code WrongState} where
   * nobody has to say so, or not now.
   */
  public static Reservation done(Reservation before, Instant now) {
    var checkIn = before.checkIn();
    if (checkIn == null) {
      throw refused(before, "needs no check-in");
    }
    if (!checkIn.pending()) {
      return before;
    }
    if (!underWay(before)) {
      throw refused(
          before, "is %s: nobody checks in".formatted(before.phase().wire().replace('_', ' ')));
    }
    if (now.isBefore(opens(before))) {
      throw refused(
          before,
          "begins later: check in from %d minutes before its start"
              .formatted(CheckIn.EARLY.toMinutes()));
    }
    if (!possible(before, now)) {
      throw refused(before, "has ended: nobody checks in");
    }
    return before.checkedIn(checkIn.answered(now), now);
  }

  private static boolean underWay(Reservation reservation) {
    return switch (reservation.phase()) {
      case BOOKED, PREPARING, RUNNING -> true;
      case REQUESTED, OFFERED, RETURNING, RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> false;
    };
  }

  private static Instant opens(Reservation reservation) {
    return reservation.window().from().minus(CheckIn.EARLY);
  }

  private static Refusal refused(Reservation reservation, String why) {
    return new Refusal.WrongState("reservation %d %s".formatted(reservation.id(), why), null);
  }
}
