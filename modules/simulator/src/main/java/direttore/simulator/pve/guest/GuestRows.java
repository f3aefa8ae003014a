package direttore.simulator.pve.guest;

import direttore.simulator.pve.api.ResultRow;
import java.util.Map;

/** Answers that look alike for both kinds of guests. */
public final class GuestRows {
  private static final String HIDDEN = "**********";

  private GuestRows() {}

  /** A configuration as JSON: numbers for what the schema calls a number or boolean. */
  public static ResultRow config(Kind kind, Map<String, String> config) {
    var row = new ResultRow();
    config.forEach((key, value) -> row.with(key, value(kind, key, value)));
    return row;
  }

  /** A value as JSON; passwords stay hidden. */
  public static Object value(Kind kind, String key, String value) {
    if (key.equals("cipassword")) {
      return HIDDEN;
    }
    if (kind == Kind.LXC && key.equals("description") && !value.endsWith("\n")) {
      // Kept as comment lines, each of which gets its end back (PVE::LXC::Config).
      return value + "\n";
    }
    return kind.isNumber(key) && value.matches("-?\\d{1,18}") ? Long.valueOf(value) : value;
  }
}
