package direttore.domain.reservation;

import java.time.Instant;
import java.util.List;

/**
 * A reservation as it is asked for.
 *
 * @param phase {@link Phase#BOOKED}, or {@link Phase#REQUESTED} where somebody has to approve it
 * @param claims none for an entry of the calendar that keeps nobody out; what is made for it claims
 *     of what its person and its team may have
 */
public record NewReservation(
    ReservationKind kind,
    Details details,
    Times times,
    Margins margins,
    Phase phase,
    AtStart atStart,
    AtEnd atEnd,
    List<ClaimRequest> claims,
    List<GuestsWanted> guests) {
  /** Of one reservation, counting each of any-of. */
  public static final int MOST_CLAIMS = 500;

  public NewReservation {
    guests = List.copyOf(guests);
    claims = List.copyOf(Limits.beside(claims, details.party(), guests));
    Claims.check(claims);
    if (phase != Phase.BOOKED && phase != Phase.REQUESTED && phase != Phase.OFFERED) {
      throw new IllegalArgumentException("a reservation does not begin as " + phase.wire());
    }
    GuestsTogether.check(claims, guests);
  }

  /** A booking that brings nothing into being. */
  public static NewReservation booking(Details details, Times times, List<ClaimRequest> claims) {
    return new NewReservation(
        ReservationKind.BOOKING,
        details,
        times,
        Margins.NONE,
        Phase.BOOKED,
        AtStart.NOTHING,
        AtEnd.NOTHING,
        claims,
        List.of());
  }

  /** What is held of what is claimed. */
  public Window holds() {
    return margins.around(times.window());
  }

  /** The same at another time. */
  public NewReservation at(Times other) {
    return new NewReservation(kind, details, other, margins, phase, atStart, atEnd, claims, guests);
  }

  /** The same with other claims. */
  public NewReservation claiming(List<ClaimRequest> others) {
    return new NewReservation(kind, details, times, margins, phase, atStart, atEnd, others, guests);
  }

  /**
   * The reservation that it becomes, without claims as long as they are not decided.
   *
   * @param uid its name in calendars
   */
  public Reservation draft(String uid, Instant now) {
    return new Reservation(
        0,
        uid,
        kind,
        details,
        times,
        Status.PENDING,
        phase,
        1,
        0,
        margins,
        atStart,
        atEnd,
        guests,
        null,
        null,
        List.of(),
        null,
        now,
        now,
        null);
  }
}
