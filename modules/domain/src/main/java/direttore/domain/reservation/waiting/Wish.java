package direttore.domain.reservation.waiting;

import direttore.domain.Refusal;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody would book if it were free.
 *
 * @param between not earlier and not later than that
 * @param length how long, anywhere in between
 */
public record Wish(
    Details details,
    List<ClaimRequest> claims,
    Window between,
    Duration length,
    ZoneId zone,
    AtStart atStart,
    AtEnd atEnd) {
  /** So far apart earliest start and latest end may be. */
  public static final Duration LONGEST = Availability.FARTHEST;

  /** So far ahead anybody waits. */
  public static final Duration FARTHEST = Duration.ofDays(400);

  public Wish {
    claims = List.copyOf(claims);
    if (claims.isEmpty()) {
      throw new Refusal.Invalid("claims", "must name what is wanted");
    }
    if (between.length().compareTo(LONGEST) > 0) {
      throw new Refusal.Invalid("until", "must be %d days after from, at most".formatted(days()));
    }
    if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(between.length()) > 0) {
      throw new Refusal.Invalid("minutes", "must be 1 or more, and fit in between from and until");
    }
    if (atEnd.destroys()) {
      throw new Refusal.Invalid("at_end", "must be another: nothing is made for it");
    }
    // What holds for the claims of a reservation holds for these.
    var _ =
        offered(
            details, claims, new Times(Window.of(between.from(), length), zone), atStart, atEnd);
  }

  private static long days() {
    return LONGEST.toDays();
  }

  public Party party() {
    return details.party();
  }

  /** The reservation that is offered, at that time. */
  public NewReservation at(Window window) {
    return offered(details, claims, new Times(window, zone), atStart, atEnd);
  }

  private static NewReservation offered(
      Details details, List<ClaimRequest> claims, Times times, AtStart atStart, AtEnd atEnd) {
    return new NewReservation(
        ReservationKind.BOOKING,
        details,
        times,
        Margins.NONE,
        Phase.OFFERED,
        atStart,
        atEnd,
        claims,
        List.of());
  }

  /** Whether there is too little time left for an offer. */
  public boolean tooLate(Instant now) {
    return Offers.earliest(now).plus(length).isAfter(between.to());
  }
}
