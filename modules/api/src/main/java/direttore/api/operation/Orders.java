package direttore.api.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Json;
import direttore.domain.Refusal;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Answers orders with {@code 202} and the operation that carries them out, once the worker has told
 * the UPID or the client's patience (2 s unless it says otherwise) has ended.
 */
public final class Orders {
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LONGEST_KEY = 255;

  private final IdempotencyKeys idempotencyKeys;
  private final OperationNews news;
  private final OverruledReservations overruled;

  public Orders(
      IdempotencyKeys idempotencyKeys, OperationNews news, OverruledReservations overruled) {
    this.idempotencyKeys = idempotencyKeys;
    this.news = news;
    this.overruled = overruled;
  }

  /** Answers an order, with the operation that an earlier sending of it made if there is one. */
  public void answer(
      ServerRequest req,
      ServerResponse res,
      ObjectNode body,
      Function<Submitter, Operation> submit) {
    var by = submitter(req, body);
    var operation = idempotencyKeys.earlier(by).orElseGet(() -> submitted(req, submit.apply(by)));
    AuditedRequest.of(req).about(operation.order().target());
    AuditedRequest.of(req)
        .action(operation.order().subject().kind() + "." + operation.order().kind());
    // Before the wait, which a client that goes away would end.
    AuditedRequest.of(req).accepted(operation.id());
    var submission = Prefer.wait(req);
    submission.ifPresent(wait -> res.header(Prefer.APPLIED, "wait=" + wait.toSeconds()));
    var settled = news.settled(operation, submission.orElse(PATIENCE));
    res.status(Status.ACCEPTED_202)
        .header(HeaderValues.create(HeaderNames.LOCATION, "/api/operations/" + operation.id()));
    Answer.json(req, res, Accepted.of(settled));
  }

  private Operation submitted(ServerRequest req, Operation operation) {
    overruled.note(AuditedRequest.of(req), operation);
    return operation;
  }

  /** Who asks, and by which key the same request is known again. */
  public static Submitter submitter(ServerRequest req, ObjectNode body) {
    var key =
        req.headers().contains(IDEMPOTENCY_KEY) ? req.headers().get(IDEMPOTENCY_KEY).get() : null;
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new Refusal.Invalid(
          "Idempotency-Key", "must have 1 to %d characters".formatted(LONGEST_KEY));
    }
    return new Submitter(
        AuditedRequest.of(req).actor(),
        key,
        List.of(
            req.prologue().method().text(), req.path().absolute().path(), Json.canonical(body)));
  }
}
