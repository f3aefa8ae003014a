package direttore.api;

import direttore.api.guard.RequestLimits;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.RateLimit;
import direttore.api.rate.Rates;
import direttore.api.rate.Throttle;

/** Protections of servers under a clock that stands still. */
public final class Protections {
  private Protections() {}

  static Protection usual() {
    return of(RequestLimits.USUAL, TrustedProxies.NONE, 100_000);
  }

  /**
   * @param perMinute orders, and also refusals, of each client
   */
  public static Protection of(RequestLimits limits, TrustedProxies proxies, int perMinute) {
    return new Protection(
        limits,
        new Throttle(
            new Rates(TestApi.CLOCK),
            new RateLimit("orders", perMinute),
            new RateLimit("refusals", perMinute)),
        proxies);
  }
}
