package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Why something is kept from others. */
public enum ReservationKind {
  BOOKING,
  /** Nobody shall use it, as for maintenance. */
  BLACKOUT,
  /** It is kept for somebody who has been offered it. */
  HOLD;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReservationKind parse(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("kind", "must be booking or blackout"));
  }
}
