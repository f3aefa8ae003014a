package direttore.netbox;

import java.time.Duration;

/**
 * How long NetBox is waited for.
 *
 * @param connect until a connection stands, its handshake included; more than 0
 * @param read for an answer from then on; more than 0
 */
public record NetBoxPatience(Duration connect, Duration read) {
  /** A page of 1,000 interfaces took 4 s where NetBox had two busy cores to itself. */
  public static final NetBoxPatience USUAL =
      new NetBoxPatience(Duration.ofSeconds(5), Duration.ofSeconds(60));

  public NetBoxPatience {
    for (var each : new Duration[] {connect, read}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException(
            "%s is no time-out: must be more than 0".formatted(each));
      }
    }
  }
}
