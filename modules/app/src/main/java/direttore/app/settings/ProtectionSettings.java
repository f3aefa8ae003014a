package direttore.app.settings;

import direttore.api.guard.RequestLimits;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * How much one client may take of the API.
 *
 * @param orders requests that change something
 * @param refusals requests that were refused
 * @param proxies that are believed who the client is
 */
public record ProtectionSettings(
    RequestLimits limits, RateLimit orders, RateLimit refusals, TrustedProxies proxies) {
  private static final int KIB = 1024;
  private static final int MOST_PER_MINUTE = 1_000_000;

  static ProtectionSettings of(Given given) {
    return new ProtectionSettings(
        limits(given),
        new RateLimit("orders", given.integer(Setting.API_ORDERS_PER_MINUTE, 1, MOST_PER_MINUTE)),
        new RateLimit(
            "refusals", given.integer(Setting.API_REFUSALS_PER_MINUTE, 1, MOST_PER_MINUTE)),
        proxies(given));
  }

  private static RequestLimits limits(Given given) {
    var usual = RequestLimits.USUAL;
    return new RequestLimits(
        usual.longestLine(),
        given.integer(Setting.API_HEADERS_KIB, 8, 256) * KIB,
        usual.mostHeaders(),
        given.integer(Setting.API_BODY_KIB, 16, 65_536) * KIB,
        usual.largestOther(),
        Duration.ofSeconds(given.integer(Setting.API_HEADERS_SECONDS, 1, 300)),
        Duration.ofSeconds(given.integer(Setting.API_BODY_SECONDS, 1, 3600)),
        usual.idleTime(),
        given.integer(Setting.API_CONNECTIONS, 16, 100_000),
        given.integer(Setting.API_CONNECTIONS_PER_CLIENT, 4, 100_000),
        usual.streams());
  }

  private static TrustedProxies proxies(Given given) {
    var networks = given.list(Setting.TRUSTED_PROXIES).stream().map(AddressBlock::parse).toList();
    if (networks.stream().anyMatch(Optional::isEmpty)) {
      throw given.wrong(
          Setting.TRUSTED_PROXIES,
          "addresses or networks such as 10.0.0.0/8 or ::1, separated by commas");
    }
    return new TrustedProxies(networks.stream().flatMap(Optional::stream).toList());
  }
}
