package direttore.domain.cluster;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** How far back a history goes; its points lie further apart the further back it goes. */
public enum Timeframe {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR;

  /** The frame of that word. */
  public static Timeframe parse(String word) {
    return Arrays.stream(values())
        .filter(frame -> frame.wire().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid("timeframe", "must be of hour, day, week, month, year"));
  }

  /** The word in requests, of ours and of Proxmox. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
