package direttore.proxmox.transport;

import direttore.domain.time.Time;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with one host. pveproxy drops idle connections after 5 s and each one after an error,
 * so a kept connection may be dead: reads fall back to a new one. Writes are sent once, so they use
 * one that was in use a moment ago and is not known to be closed, or else a new one.
 */
final class Wire implements AutoCloseable {

  /** The host could not be reached: nothing was sent. */
  @SuppressWarnings("serial") // handled at once, never serialised
  static final class NotSent extends IOException {
    NotSent(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** A handshake costs more than the rest of a write, when there are many. */
  private static final Duration FRESH_FOR_WRITES = Duration.ofSeconds(1);

  private final Endpoint endpoint;
  private final Connector connector;
  private final Time time;
  private final IdleConnections idle;

  Wire(Endpoint endpoint, Tls tls, Timeouts timeouts, Time time) {
    this.endpoint = endpoint;
    this.connector = new Connector(endpoint, tls, timeouts, time);
    this.time = time;
    this.idle = new IdleConnections(time);
  }

  /** What the host answers. Only a {@link NotSent} says that it has not got the call. */
  HostAnswer exchange(Call call, Map<String, String> headers) throws IOException {
    var writes = call.verb().writes();
    var kept = idle.take(writes ? FRESH_FOR_WRITES : IdleConnections.FRESH);
    if (kept == null) {
      return on(connect(), call, headers);
    }
    try {
      return on(kept, call, headers);
    } catch (SocketTimeoutException e) {
      throw e; // the host lives and is slow: asking again would only double the wait
    } catch (IOException e) {
      if (writes) {
        throw e;
      }
      return on(connect(), call, headers); // the kept connection was dead
    }
  }

  private TcpClientConnection connect() throws NotSent {
    var exchanges = new AtomicInteger();
    try {
      return connector.connect(used -> idle.keep(used, exchanges.incrementAndGet()));
    } catch (IOException e) {
      throw new NotSent(e);
    }
  }

  private HostAnswer on(TcpClientConnection connection, Call call, Map<String, String> headers)
      throws IOException {
    try {
      return Deadline.within(call.patience(), time, () -> send(connection, call, headers));
    } catch (IOException e) {
      close(connection);
      throw e;
    }
  }

  private HostAnswer send(TcpClientConnection connection, Call call, Map<String, String> headers) {
    var request = request(call, headers).connection(connection).readTimeout(call.patience());
    try (var response = submit(request, call)) {
      var status = response.status();
      return new HostAnswer(
          status.code(), status.reasonPhrase(), ResponseBody.of(response), date(response));
    }
  }

  private static @Nullable Instant date(HttpClientResponse response) {
    try {
      return response
          .headers()
          .first(HeaderNames.DATE)
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
          .orElse(null);
    } catch (DateTimeException e) {
      return null; // of no use, and no reason to lose the answer
    }
  }

  private Http1ClientRequest request(Call call, Map<String, String> headers) {
    var request =
        connector
            .http()
            .method(Method.create(call.verb().name()))
            .uri("https://" + endpoint + call.target())
            .skipUriEncoding(true);
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
