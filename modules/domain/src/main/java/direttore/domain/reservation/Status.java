package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** How a reservation stands, in the four words of the first Direttore. */
public enum Status {
  PENDING,
  ACTIVE,
  COMPLETED,
  CANCELLED;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Status parse(String wire) {
    return Arrays.stream(values())
        .filter(status -> status.wire().equals(wire))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid("status", "must be pending, active, completed or cancelled"));
  }
}
