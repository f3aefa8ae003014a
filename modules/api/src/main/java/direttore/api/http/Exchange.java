package direttore.api.http;

import direttore.api.proxy.ClientAddress;
import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;

/**
 * What all answers to one request carry, also those that replace an answer that failed.
 *
 * @param requestId its id in answers and logs
 * @param client who sent it
 * @param friendly whether a page of another server sent it that may use this one
 */
public record Exchange(
    String requestId, ClientAddress client, List<Header> headers, boolean friendly) {
  private static final Exchange NONE =
      new Exchange(
          "none", new ClientAddress(InetAddress.getLoopbackAddress(), false), List.of(), false);

  public Exchange {
    headers = List.copyOf(headers);
  }

  /** That of a request which has passed the filter. */
  public static Exchange of(ServerRequest request) {
    return request.context().get(Exchange.class).orElse(NONE);
  }

  void begin(ServerRequest request) {
    request.context().register(this);
  }
}
