package direttore.proxmox.transport;

import java.time.Duration;

/**
 * How long to wait for a host.
 *
 * @param connect for a connection with its TLS handshake
 * @param read for the answer to a read
 * @param write for the answer to a write; pveproxy itself gives up after 30 s, so more than that
 */
public record Timeouts(Duration connect, Duration read, Duration write) {
  /** What suits a cluster in the same building. */
  public static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(40));

  public Timeouts {
    for (var each : new Duration[] {connect, read, write}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException(
            "%s is no time-out: must be more than 0".formatted(each));
      }
    }
  }

  Duration of(Verb verb) {
    return verb.writes() ? write : read;
  }
}
