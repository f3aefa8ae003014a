package direttore.proxmox.transport;

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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with one host. pveproxy drops idle connections after 5 s and each one after an error,
 * so a kept connection may be dead: reads may use it, and fall back to a new one; writes always
 * have a new one, so that a failure before sending is told apart from a lost answer.
 */
final class Wire implements AutoCloseable {

  /** The host could not be reached: nothing was sent. */
  @SuppressWarnings("serial") // handled at once, never serialised
  static final class NotSent extends IOException {
    NotSent(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final Endpoint endpoint;
  private final Connector connector;
  private final IdleConnections idle = new IdleConnections();

  Wire(Endpoint endpoint, Tls tls, Timeouts timeouts) {
    this.endpoint = endpoint;
    this.connector = new Connector(endpoint, tls, timeouts);
  }

  /** What the host answers. Only a {@link NotSent} says that it has not got the call. */
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
    try {
      return connector.connect(idle::keep);
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
      var status = response.status();
      return new Answer(status.code(), status.reasonPhrase(), Body.of(response), date(response));
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
