package direttore.simulator.pve.storage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sizes as Proxmox VE writes them in configurations and logs. */
public final class Size {
  private static final long KIB = 1024;
  private static final String[] SUFFIXES = {"", "K", "M", "G", "T"};

  private Size() {}

  /** The shortest exact text: {@code 32G}, {@code 528K} (PVE::JSONSchema format_size). */
  public static String text(long bytes) {
    var value = bytes;
    var step = 0;
    while (value > 0 && value % KIB == 0 && step < SUFFIXES.length - 1) {
      value /= KIB;
      step++;
    }
    return value + SUFFIXES[step];
  }

  /** Two decimals with a binary unit: {@code 2.0 GiB}, as log lines of qemu-img show it. */
  public static String human(long bytes) {
    if (bytes < KIB) {
      return bytes + ".0 B";
    }
    var value = (double) bytes;
    var step = 0;
    while (value >= KIB && step < SUFFIXES.length - 1) {
      value /= KIB;
      step++;
    }
    return String.format(Locale.ROOT, "%.1f %siB", value, SUFFIXES[step]);
  }

  /** The bytes of a text such as {@code 32G} or {@code 1.5T}, or null where it is none. */
  public static @Nullable Long parse(String text) {
    if (!text.matches("\\d+(\\.\\d+)?[KMGT]?")) {
      return null;
    }
    var last = text.charAt(text.length() - 1);
    var step = "KMGT".indexOf(last) + 1;
    var number = step == 0 ? text : text.substring(0, text.length() - 1);
    return (long) (Double.parseDouble(number) * Math.pow(KIB, step));
  }
}
