package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/**
 * What all answers to one request carry, also those that replace an answer that failed.
 *
 * @param requestId its id in answers and logs
 */
record Exchange(String requestId, List<Header> headers) {
  private static final Exchange NONE = new Exchange("none", List.of());

  static Exchange of(ServerRequest request) {
    return request.context().get(Exchange.class).orElse(NONE);
  }

  void begin(ServerRequest request) {
    request.context().register(this);
  }
}
