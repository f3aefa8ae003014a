package direttore.domain.reservation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a reservation; null stays as it is. Whatever changes what it holds is decided as
 * a new reservation is.
 *
 * @param claims instead of what it claims; what is any of several is chosen anew
 * @param guests instead of what it brings into being, each with its orders; without them the orders
 *     stay
 * @param phase {@link Phase#REQUESTED} or {@link Phase#BOOKED}
 */
public record ReservationChange(
    @Nullable Details details,
    @Nullable Times times,
    @Nullable Margins margins,
    @Nullable List<ClaimRequest> claims,
    @Nullable List<GuestsWanted> guests,
    @Nullable AtStart atStart,
    @Nullable AtEnd atEnd,
    @Nullable Phase phase,
    @Nullable String reason) {
  public static final ReservationChange NOTHING =
      new ReservationChange(null, null, null, null, null, null, null, null, null);

  public ReservationChange {
    if (claims != null) {
      claims = List.copyOf(claims);
      Claims.check(claims);
    }
    if (guests != null) {
      guests = List.copyOf(guests);
    }
    if (reason != null) {
      ReservedText.text("reason", reason, 0, 500);
    }
  }

  /**
   * The same without what is so already. Guests bring their orders, and a phase is an answer: they
   * stay as they are said.
   */
  public ReservationChange unlike(Reservation before) {
    return new ReservationChange(
        unlessSame(details, before.details()),
        unlessSame(times, before.times()),
        unlessSame(margins, before.margins()),
        guests == null ? unlessSame(claims, before.requests()) : claims,
        guests,
        unlessSame(atStart, before.atStart()),
        unlessSame(atEnd, before.atEnd()),
        phase,
        reason);
  }

  private static <T> @Nullable T unlessSame(@Nullable T wanted, T before) {
    return before.equals(wanted) ? null : wanted;
  }

  public ReservationChange withDetails(Details other) {
    return new ReservationChange(
        other, times, margins, claims, guests, atStart, atEnd, phase, reason);
  }

  public ReservationChange withTimes(Times other) {
    return new ReservationChange(
        details, other, margins, claims, guests, atStart, atEnd, phase, reason);
  }

  public ReservationChange withMargins(Margins other) {
    return new ReservationChange(
        details, times, other, claims, guests, atStart, atEnd, phase, reason);
  }

  public ReservationChange withClaims(List<ClaimRequest> other) {
    return new ReservationChange(
        details, times, margins, other, guests, atStart, atEnd, phase, reason);
  }

  public ReservationChange withGuests(List<GuestsWanted> other) {
    return new ReservationChange(
        details, times, margins, claims, other, atStart, atEnd, phase, reason);
  }

  public ReservationChange withAtStart(AtStart other) {
    return new ReservationChange(
        details, times, margins, claims, guests, other, atEnd, phase, reason);
  }

  public ReservationChange withAtEnd(AtEnd other) {
    return new ReservationChange(
        details, times, margins, claims, guests, atStart, other, phase, reason);
  }

  public ReservationChange withPhase(Phase other) {
    return new ReservationChange(
        details, times, margins, claims, guests, atStart, atEnd, other, reason);
  }

  public ReservationChange withReason(String other) {
    return new ReservationChange(
        details, times, margins, claims, guests, atStart, atEnd, phase, other);
  }

  /** Whether what it holds has to be decided anew. */
  public boolean decides() {
    return times != null || margins != null || claims != null || guests != null;
  }
}
