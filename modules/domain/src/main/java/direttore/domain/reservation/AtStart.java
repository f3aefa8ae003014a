package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What happens at the start with guests that a reservation names. */
public enum AtStart {
  NOTHING,
  START;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AtStart parse(String wire) {
    return Arrays.stream(values())
        .filter(each -> each.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("at_start", "must be nothing or start"));
  }
}
