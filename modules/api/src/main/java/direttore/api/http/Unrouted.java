package direttore.api.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a request that reaches no route. */
final class Unrouted implements DirectHandler {
  private final Supplier<String> requestIds;

  Unrouted(Supplier<String> requestIds) {
    this.requestIds = requestIds;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    return request instanceof Refused(var refusal)
        ? answer(refusal.problem(), headers, false)
        : answer(Problems.of(status), headers, event.keepAlive());
  }

  private TransportResponse answer(
      Problem problem, ServerResponseHeaders headers, boolean keepAlive) {
    var id = requestIds.get();
    headers.set(Problems.PROBLEM_JSON).set(HeaderValues.create(RequestFilter.REQUEST_ID, id));
    SecurityHeaders.ALWAYS.forEach(headers::set);
    return TransportResponse.builder()
        .status(problem.http())
        .headers(headers)
        .keepAlive(keepAlive)
        .entity(Json.bytes(problem.in(id)))
        .build();
  }
}
