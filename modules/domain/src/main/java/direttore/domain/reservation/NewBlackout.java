package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A time in which nobody shall have some resources, as it is asked for.
 *
 * @param claims what is closed: each by its name, and as a whole
 */
public record NewBlackout(
    Details details, Times times, List<ClaimRequest> claims, Overlap overlap) {
  /** What becomes of reservations that are in the way. */
  public enum Overlap {
    /** They stay, and nothing is closed. */
    REFUSE,
    /** They stay, and what is free beside them is closed. */
    KEEP,
    /** They are called off. */
    CANCEL;

    /** The word in requests. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Overlap parse(String wire) {
      return Arrays.stream(values())
          .filter(each -> each.wire().equals(wire))
          .findFirst()
          .orElseThrow(() -> new Refusal.Invalid("conflicts", "must be refuse, keep or cancel"));
    }
  }

  public NewBlackout {
    claims = List.copyOf(claims);
    if (claims.isEmpty()) {
      throw new Refusal.Invalid("claims", "must name what is closed");
    }
    for (var i = 0; i < claims.size(); i++) {
      if (!(claims.get(i) instanceof ClaimRequest.Named) || claims.get(i).share() != null) {
        throw new Refusal.Invalid(
            "claims[%d]".formatted(i),
            "must name the whole of something: a blackout is not shared");
      }
    }
    Claims.check(claims);
  }

  /** The reservation that it is. */
  public NewReservation reservation() {
    return new NewReservation(
        ReservationKind.BLACKOUT,
        details,
        times,
        Margins.NONE,
        Phase.BOOKED,
        AtStart.NOTHING,
        AtEnd.NOTHING,
        claims,
        List.of());
  }

  /** Why a reservation was called off for it, as its owner reads it. */
  public String reason() {
    return "Blackout: " + details.title();
  }
}
