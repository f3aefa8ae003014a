package direttore.simulator.pve.site;

import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the identifiers that Proxmox VE draws at random. */
public final class Ids {
  private static final int FIRST_PID = 2_000;
  private static final int PIDS = 4_000_000;

  private final RandomGenerator random;

  /** Draws from that source, which must be safe for many threads if they share it. */
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /** A hardware address with Proxmox's prefix BC:24:11. */
  public synchronized String mac() {
    return String.format(
        Locale.ROOT,
        "BC:24:11:%02X:%02X:%02X",
        random.nextInt(256),
        random.nextInt(256),
        random.nextInt(256));
  }

  /** A random UUID. */
  public synchronized String uuid() {
    var high = (random.nextLong() & ~0xF000L) | 0x4000L;
    var low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  /** Eight printable characters, as a VNC password has. */
  public synchronized String password() {
    return random
        .ints(8, '!', '~' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A process id. */
  public synchronized int pid() {
    return FIRST_PID + random.nextInt(PIDS);
  }
}
