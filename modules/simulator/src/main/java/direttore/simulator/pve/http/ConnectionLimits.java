package direttore.simulator.pve.http;

import java.time.Duration;

/**
 * The limits of a connection.
 *
 * @param idle after which a silent connection is closed
 * @param requests after which any connection is closed
 */
public record ConnectionLimits(Duration idle, int requests) {

  /** Those of pveproxy: 5 s and 100 requests. */
  public static final ConnectionLimits PVEPROXY = new ConnectionLimits(Duration.ofSeconds(5), 100);

  public ConnectionLimits {
    if (!idle.isPositive() || requests < 1) {
      throw new IllegalArgumentException("idle and requests must be positive");
    }
  }
}
