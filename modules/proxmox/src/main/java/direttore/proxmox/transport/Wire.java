package direttore.proxmox.transport;

import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.ConnectionKey;
import io.helidon.webclient.api.DefaultDnsResolver;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientProtocolConfig;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Exchanges with one host. pveproxy drops idle connections after 5 s and each one after an error,
 * so a kept connection may be dead: reads may use it, and fall back to a new one; writes always
 * have a new one, so that a failure before sending is told apart from a lost answer.
 */
final class Wire implements AutoCloseable {
  private static final int LONGEST_REASON = 32 * 1024;

  /** The host could not be reached: nothing was sent. */
  @SuppressWarnings("serial") // handled at once, never serialised
  static final class NotSent extends IOException {
    NotSent(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final Endpoint endpoint;
  private final Timeouts timeouts;
  private final WebClient web;
  private final Http1Client http;
  private final ConnectionKey key;
  private final IdleConnections idle = new IdleConnections();

  Wire(Endpoint endpoint, Tls tls, Timeouts timeouts) {
    this.endpoint = endpoint;
    this.timeouts = timeouts;
    this.web =
        WebClient.builder()
            .tls(tls)
            .proxy(Proxy.noProxy())
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.write())
            .followRedirects(false)
            .shareConnectionCache(false)
            .servicesDiscoverServices(false)
            .socketOptions(options -> options.tcpNoDelay(true))
            .build();
    this.http =
        web.client(
            Http1Client.PROTOCOL,
            Http1ClientProtocolConfig.builder().maxStatusLineLength(LONGEST_REASON).build());
    this.key =
        new ConnectionKey(
            "https",
            endpoint.address(),
            endpoint.port(),
            timeouts.write(),
            tls,
            DefaultDnsResolver.create(),
            DnsAddressLookup.defaultLookup(),
            Proxy.noProxy());
  }

  /**
   * The host's answer. A {@link NotSent} says that it has not got the call; other failures do not.
   */
  Answer exchange(Call call, Map<String, String> headers) throws IOException {
    var kept = call.verb().writes() ? null : idle.take();
    if (kept != null) {
      try {
        return on(kept, call, headers);
      } catch (SocketTimeoutException e) {
        throw e; // the host lives and is slow: asking again would only double the wait
      } catch (IOException e) {
        return on(connect(), call, headers); // the kept connection was dead
      }
    }
    return on(connect(), call, headers);
  }

  private TcpClientConnection connect() throws NotSent {
    var connection = TcpClientConnection.create(web, key, List.of(), idle::keep, closed -> {});
    try {
      return Deadline.within(timeouts.connect(), connection::connect);
    } catch (IOException e) {
      throw new NotSent(e);
    }
  }

  private Answer on(TcpClientConnection connection, Call call, Map<String, String> headers)
      throws IOException {
    try {
      return Deadline.within(call.patience(), () -> send(connection, call, headers));
    } catch (IOException e) {
      close(connection);
      throw e;
    }
  }

  private Answer send(TcpClientConnection connection, Call call, Map<String, String> headers) {
    var request = request(call, headers).connection(connection).readTimeout(call.patience());
    try (var response = submit(request, call)) {
      return read(response);
    }
  }

  private Http1ClientRequest request(Call call, Map<String, String> headers) {
    var request =
        http.method(Method.create(call.verb().name()))
            .uri("https://" + endpoint + call.target())
            .skipUriEncoding(true)
            .keepAlive(!call.verb().writes());
    headers.forEach((name, value) -> request.header(HeaderNames.create(name), value));
    return request;
  }

  private static HttpClientResponse submit(Http1ClientRequest request, Call call) {
    if (!call.verb().carriesBody()) {
      return request.request();
    }
    return request
        .header(HeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded")
        .submit(call.parameters().encoded().getBytes(StandardCharsets.US_ASCII));
  }

  private static Answer read(HttpClientResponse response) {
    var entity = response.entity();
    return new Answer(
        response.status().code(),
        response.status().reasonPhrase(),
        entity.hasEntity() ? new String(entity.as(byte[].class), StandardCharsets.UTF_8) : "");
  }

  private static void close(TcpClientConnection connection) {
    try {
      connection.closeResource();
    } catch (RuntimeException e) {
      // It is broken already, which the caller is being told.
    }
  }

  @Override
  public void close() {
    idle.close();
  }
}
