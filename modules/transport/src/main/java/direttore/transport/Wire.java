package direttore.transport;

import direttore.domain.time.Time;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with one host. Hosts drop idle connections, pveproxy after 5 s and each one after an
 * error, so a kept connection may be dead: reads fall back to a new one. Writes are sent once, so
 * they use one that was in use a moment ago and is not known to be closed, or else a new one.
 */
public final class Wire implements AutoCloseable {

  /** The host could not be reached: nothing was sent. */
  @SuppressWarnings("serial") // handled at once, never serialised
  public static final class NotSent extends IOException {
    NotSent(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Why its certificate was refused, a sentence for people; null where that was not why. */
    public @Nullable String refusal() {
      for (var cause = getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof CertificateCheck.Refused refused) {
          return refused.getMessage();
        }
      }
      return null;
    }
  }

  /** A handshake costs more than the rest of a write, when there are many. */
  private static final Duration FRESH_FOR_WRITES = Duration.ofSeconds(1);

  private final Endpoint endpoint;
  private final Connector connector;
  private final Time time;
  private final IdleConnections idle;

  /**
   * @param patience how long it may take to connect, the handshake included
   * @param time by which answers are late
   */
  public Wire(Endpoint endpoint, Trust trust, Duration patience, Time time) {
    this.endpoint = endpoint;
    this.connector = new Connector(endpoint, endpoint.tls(trust), patience, time);
    this.time = time;
    this.idle = new IdleConnections(time);
  }

  /** What the host answers. Only a {@link NotSent} says that it has not got the request. */
  public HostAnswer exchange(HostRequest request) throws IOException {
    var writes = request.writes();
    var kept = idle.take(writes ? FRESH_FOR_WRITES : IdleConnections.FRESH);
    if (kept == null) {
      return on(connect(), request);
    }
    try {
      return on(kept, request);
    } catch (SocketTimeoutException e) {
      throw e; // the host lives and is slow: asking again would only double the wait
    } catch (IOException e) {
      if (writes) {
        throw e;
      }
      return on(connect(), request); // the kept connection was dead
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

  private HostAnswer on(TcpClientConnection connection, HostRequest request) throws IOException {
    try {
      return Deadline.within(request.patience(), time, () -> send(connection, request));
    } catch (IOException e) {
      close(connection);
      throw e;
    }
  }

  private HostAnswer send(TcpClientConnection connection, HostRequest request) {
    var prepared = prepared(request).connection(connection).readTimeout(request.patience());
    try (var response = submit(prepared, request.body())) {
      var status = response.status();
      return new HostAnswer(
          status.code(), status.reasonPhrase(), ResponseBody.of(response), headers(response));
    }
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    var headers = new HashMap<String, String>();
    for (var header : response.headers()) {
      headers.putIfAbsent(header.headerName().lowerCase(), header.get());
    }
    return headers;
  }

  private Http1ClientRequest prepared(HostRequest request) {
    var prepared =
        connector
            .http()
            .method(Method.create(request.method()))
            .uri(endpoint.scheme() + "://" + endpoint + request.target())
            .skipUriEncoding(true);
    request.headers().forEach((name, value) -> prepared.header(HeaderNames.create(name), value));
    return prepared;
  }

  private static HttpClientResponse submit(
      Http1ClientRequest prepared, HostRequest.@Nullable Body body) {
    return body == null
        ? prepared.request()
        : prepared.header(HeaderNames.CONTENT_TYPE, body.type()).submit(body.bytes());
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
