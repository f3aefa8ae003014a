package direttore.api;

import direttore.api.guard.RequestLimits;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.Throttle;

/**
 * What keeps clients from taking more than their share.
 *
 * @param limits of each request and connection
 * @param throttle of each client
 * @param proxies that tell who the client is
 */
public record Protection(RequestLimits limits, Throttle throttle, TrustedProxies proxies) {}
