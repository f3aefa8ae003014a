package direttore.transport;

import direttore.domain.time.Time;
import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.ConnectionKey;
import io.helidon.webclient.api.DefaultDnsResolver;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientProtocolConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Opens connections to one host, and holds the client that speaks HTTP over them. */
final class Connector {
  /** Old hosts put whole error texts into the reason phrase; the client's own limit is 256. */
  private static final int LONGEST_REASON = 32 * 1024;

  private final Duration patience;
  private final Time time;
  private final WebClient web;
  private final Http1Client http;
  private final ConnectionKey key;

  /**
   * @param patience how long it may take to connect, the handshake included
   */
  Connector(Endpoint endpoint, Tls tls, Duration patience, Time time) {
    this.time = time;
    this.patience = patience;
    this.web = web(tls, patience);
    this.http =
        web.client(
            Http1Client.PROTOCOL,
            Http1ClientProtocolConfig.builder().maxStatusLineLength(LONGEST_REASON).build());
    this.key =
        ConnectionKey.create(
            endpoint.scheme(),
            endpoint.address(),
            endpoint.port(),
            tls,
            DefaultDnsResolver.create(),
            DnsAddressLookup.defaultLookup(),
            Proxy.noProxy());
  }

  private static WebClient web(Tls tls, Duration patience) {
    return WebClient.builder()
        .tls(tls)
        .proxy(Proxy.noProxy())
        .connectTimeout(patience)
        .followRedirects(false)
        .shareConnectionCache(false)
        .servicesDiscoverServices(false)
        .socketOptions(options -> options.tcpNoDelay(true))
        .build();
  }

  Http1Client http() {
    return http;
  }

  /**
   * A new connection, its handshake done.
   *
   * @param keep takes the connection when its answer is read and it may be used again
   */
  TcpClientConnection connect(Predicate<TcpClientConnection> keep) throws IOException {
    var connection = TcpClientConnection.create(web, key, List.of(), keep::test, closed -> {});
    return Deadline.within(patience, time, connection::connect);
  }
}
