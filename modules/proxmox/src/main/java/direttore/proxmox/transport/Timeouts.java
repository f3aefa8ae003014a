package direttore.proxmox.transport;

import java.time.Duration;

/**
 * How long to wait for a host.
 *
 * @param connect for a connection with its TLS handshake
 * @param read for the answer to a read; where another host can be asked instead, 8 s at most
 * @param write for the answer to a write; pveproxy itself gives up after 30 s, so more than that
 */
public record Timeouts(Duration connect, Duration read, Duration write) {
  /**
   * A host that is slow is not dead, but one that hangs must not keep the others from answering.
   */
  private static final Duration WITH_OTHERS = Duration.ofSeconds(8);

  /** What suits a cluster in the same building. */
  public static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(40));

  public Timeouts {
    for (var each : new Duration[] {connect, read, write}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException(
            "%s is no time-out: must be more than 0".formatted(each));
      }
    }
  }

  /**
   * How long to wait for one host.
   *
   * @param last whether no other host can be asked after it
   */
  Duration of(Verb verb, boolean last) {
    if (verb.writes()) {
      return write;
    }
    return last || read.compareTo(WITH_OTHERS) < 0 ? read : WITH_OTHERS;
  }
}
