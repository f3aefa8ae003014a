package direttore.domain.guest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes as people of Proxmox read them, such as {@code 1.5 GiB}. */
public final class SizeWords {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private SizeWords() {}

  /**
   * A size in GiB from 1 GiB on, else in MiB; to the hundredth, so that what just does not fit does
   * not read as if it did.
   */
  public static String of(long bytes) {
    var gib = bytes >= GIB || bytes == 0;
    return BigDecimal.valueOf(bytes)
            .divide(BigDecimal.valueOf(gib ? GIB : MIB), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + (gib ? " GiB" : " MiB");
  }
}
