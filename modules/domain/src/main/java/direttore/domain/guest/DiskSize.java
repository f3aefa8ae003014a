package direttore.domain.guest;

import direttore.domain.Refusal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The size of a virtual disk in bytes: 1 MiB to 128 TiB, in whole mebibytes. */
public record DiskSize(long bytes) {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long LARGEST = 128L << 40;
  private static final Pattern TEXT =
      Pattern.compile("(?<number>[0-9]{1,9}(\\.[0-9]{1,3})?) ?(?<unit>[MGT])(i?B)?");

  public DiskSize {
    if (bytes < MIB || bytes > LARGEST || bytes % MIB != 0) {
      throw new Refusal.Invalid("disk", "must be 1M to 128T, in whole mebibytes");
    }
  }

  public static DiskSize ofGib(long gib) {
    return new DiskSize(Math.multiplyExact(gib, GIB));
  }

  /**
   * The size written as a number and a binary unit, such as {@code 32G}, {@code 512M}, {@code
   * 1.5T}.
   */
  public static DiskSize parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new Refusal.Invalid("disk", "must be a number with unit M, G or T, such as 32G");
    }
    var unit =
        switch (match.group("unit")) {
          case "M" -> MIB;
          case "G" -> GIB;
          default -> GIB << 10;
        };
    var bytes = new BigDecimal(match.group("number")).multiply(BigDecimal.valueOf(unit));
    return new DiskSize(bytes.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue() / MIB * MIB);
  }

  /**
   * The number of GiB as Proxmox's allocation string wants it, such as {@code 32} or {@code 0.5}.
   */
  public String gib() {
    return BigDecimal.valueOf(bytes)
        .divide(BigDecimal.valueOf(GIB))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The size for people, in the largest unit that keeps it whole. */
  @Override
  public String toString() {
    return bytes % GIB == 0 ? bytes / GIB + "G" : bytes / MIB + "M";
  }
}
