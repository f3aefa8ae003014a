package direttore.api.http;

import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.ServerRequestHeaders;

/**
 * A request that is refused before any route sees it. Helidon hands its handlers of such requests
 * this, and not what was thrown.
 */
public record Refused(HttpRefusal refusal) implements TransportRequest {
  private static final TransportRequest UNKNOWN = TransportRequest.empty();

  @Override
  public String protocolVersion() {
    return UNKNOWN.protocolVersion();
  }

  @Override
  public String method() {
    return UNKNOWN.method();
  }

  @Override
  public String path() {
    return UNKNOWN.path();
  }

  @Override
  public ServerRequestHeaders headers() {
    return UNKNOWN.headers();
  }
}
