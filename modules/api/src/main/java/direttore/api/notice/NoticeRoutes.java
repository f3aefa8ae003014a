package direttore.api.notice;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.notice.Notices;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;

/** What whoever asks should know: {@code /api/notices}. */
public final class NoticeRoutes {
  private final Notices notices;
  private final Clock clock;

  public NoticeRoutes(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    return List.of(
        Route.get("/api/notices", see, this::list),
        Route.post("/api/notices/{id}/seen", see, "notice.put-away", this::putAway));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    var all = notices.of(actor, clock.instant()).stream().map(NoticeView::of).toList();
    Answer.json(req, res, all);
  }

  private void putAway(ServerRequest req, ServerResponse res) {
    var id = Paths.text(req, "id");
    AuditedRequest.of(req).about("notice/" + id);
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound("notice", id);
    }
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    notices.putAway(AuditedRequest.of(req).actor(), Long.parseLong(id), clock.instant());
    res.status(Status.NO_CONTENT_204).send();
  }
}
