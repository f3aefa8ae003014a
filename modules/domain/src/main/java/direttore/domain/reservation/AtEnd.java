package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What happens at the end with the guests of a reservation. */
public enum AtEnd {
  NOTHING,
  /** Shut down, and stopped when that takes too long. */
  SHUTDOWN,
  STOP,
  /** A snapshot, then shut down. */
  SNAPSHOT,
  /** Shut down, and destroyed after the grace; only what the reservation made. */
  DESTROY;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AtEnd parse(String wire) {
    return Arrays.stream(values())
        .filter(each -> each.wire().equals(wire))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Invalid("at_end", "must be nothing, shutdown, stop, snapshot or destroy"));
  }
}
