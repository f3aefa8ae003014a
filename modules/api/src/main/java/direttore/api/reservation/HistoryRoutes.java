package direttore.api.reservation;

import direttore.api.http.Answer;
import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.reservation.history.History;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a reservation, for whoever may read that. */
public final class HistoryRoutes {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private final History history;
  private final BookingDesk desk;

  public HistoryRoutes(History history, BookingDesk desk) {
    this.history = history;
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ReservationRoutes.EACH + "/events", RequiredRight.of(Right.SEE), this::list));
  }

  /**
   * A page of it.
   *
   * @param since from when on it is kept; null where that is since the reservation was made
   */
  record PageView(List<HistoryView> events, @Nullable String next, @Nullable Instant since) {
    static PageView of(History.Page page, boolean open, ZoneId zone) {
      var next = page.next();
      return new PageView(
          page.entries().stream().map(entry -> HistoryView.of(entry, open, zone)).toList(),
          next == null ? null : next.toString(),
          page.since());
    }
  }

  private void list(ServerRequest req, ServerResponse res) {
    var limit = Query.integer(req, "limit", PAGE);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(LARGEST_PAGE));
    }
    var before = Query.before(req);
    var reservation = desk.named(req);
    var zone = reservation.times().zone();
    AnswerZone.use(req, zone);
    var open = reservation.openTo(AuditedRequest.of(req).actor());
    Answer.json(req, res, PageView.of(history.of(reservation.id(), before, limit), open, zone));
  }
}
