package direttore.domain.reservation.waiting;

import direttore.domain.Refusal;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import java.time.Duration;
import java.time.Instant;

/** How long something is kept for somebody who waited for it. */
public final class Offers {
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration BEFORE_START = Duration.ofMinutes(5);
  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final long FULL_MINUTES = Duration.ofMinutes(5).toSeconds();

  /** What accepting one changes. */
  public static final ReservationChange ACCEPTED =
      ReservationChange.NOTHING.withPhase(Phase.BOOKED);

  private Offers() {}

  /** Until when it is kept: a quarter of an hour, but never until shortly before its start. */
  public static Instant until(Instant made, Instant start) {
    var latest = start.minus(BEFORE_START);
    var usual = made.plus(KEPT);
    return usual.isBefore(latest) ? usual : latest;
  }

  /** What may be offered now starts then or later, so that there is time to answer. */
  public static Instant earliest(Instant now) {
    return fullMinutes(now.plus(LEAST).plus(BEFORE_START));
  }

  /** The next moment of full five minutes, if it is none itself. */
  static Instant fullMinutes(Instant moment) {
    var seconds = moment.plusNanos(999_999_999).getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, FULL_MINUTES) * FULL_MINUTES);
  }

  /** Whether it becomes somebody's by this. */
  public static boolean accepts(Reservation before, Reservation after) {
    return before.phase() == Phase.OFFERED && after.phase() == Phase.BOOKED;
  }

  /** Refuses with {@code WrongState} all but the answer while it is an offer, and late answers. */
  public static void requireAnswer(Reservation before, ReservationChange change, Instant now) {
    if (change.equals(ACCEPTED)) {
      requireOpen(before, now);
    } else if (before.phase() == Phase.OFFERED) {
      throw new Refusal.WrongState(
          "reservation %d is an offer; accept it before you change it".formatted(before.id()),
          null);
    }
  }

  /** Refuses with {@code WrongState} where it is no offer any more. */
  public static void requireOpen(Reservation reservation, Instant now) {
    if (reservation.phase() != Phase.OFFERED
        || !until(reservation.created(), reservation.window().from()).isAfter(now)) {
      throw new Refusal.WrongState(
          "reservation %d is %s: there is no offer to accept"
              .formatted(
                  reservation.id(),
                  reservation.phase() == Phase.OFFERED
                      ? "over"
                      : reservation.phase().wire().replace('_', ' ')),
          null);
    }
  }
}
