package direttore.proxmox.property;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as Proxmox prints them, such as {@code 32G}, {@code 2252M} or {@code 4194304K}. */
public final class Bytes {
  private static final Pattern SIZE =
      Pattern.compile("(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>[KMGT]?)");
  private static final String UNITS = "KMGT";

  private Bytes() {}

  /** The number of bytes, 0 where nothing or no size is said. */
  public static long parse(@Nullable String text) {
    var match = SIZE.matcher(text == null ? "" : text);
    if (!match.matches()) {
      return 0;
    }
    var unit = match.group("unit");
    var factor = unit.isEmpty() ? 1L : 1L << (10 * (UNITS.indexOf(unit) + 1));
    return new BigDecimal(match.group("number")).multiply(BigDecimal.valueOf(factor)).longValue();
  }
}
