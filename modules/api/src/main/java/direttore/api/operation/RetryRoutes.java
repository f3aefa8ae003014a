package direttore.api.operation;

import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.SecretFields;
import direttore.domain.access.Right;
import direttore.domain.operation.Retries;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code /api/operations/{id}/retry}: the same order again. */
public final class RetryRoutes {
  private final Retries retries;
  private final Orders orders;

  public RetryRoutes(Retries retries, Orders orders) {
    this.retries = retries;
    this.orders = orders;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/api/operations/{id}/retry",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "operation.retry",
            this::retry));
  }

  private void retry(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "operation");
    var body = Body.optionalObject(req);
    var fields = Fields.of(body);
    var secrets = SecretFields.read(fields);
    fields.refuseUnknown();
    fields.refuseIfAny();
    orders.answer(req, res, body, by -> retries.retry(id, secrets, by));
  }
}
