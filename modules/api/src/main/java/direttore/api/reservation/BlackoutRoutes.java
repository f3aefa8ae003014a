package direttore.api.reservation;

import static io.helidon.http.Status.CREATED_201;
import static io.helidon.http.Status.NO_CONTENT_204;

import direttore.api.http.Answer;
import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.operation.Orders;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.reservation.Blackouts;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Reservations;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;

/** {@code /api/blackouts}: times in which nobody can have something. */
public final class BlackoutRoutes {
  private static final String ALL = "/api/blackouts";
  private static final HeaderName TOTAL = HeaderNames.create("X-Total-Count");
  private static final HeaderName LINK = HeaderNames.create("Link");

  private final Reservations reservations;
  private final Blackouts blackouts;
  private final BookingDesk desk;

  public BlackoutRoutes(Reservations reservations, Blackouts blackouts, BookingDesk desk) {
    this.reservations = reservations;
    this.blackouts = blackouts;
    this.desk = desk;
  }

  public List<Route> routes() {
    var close = RequiredRight.of(Right.BLACKOUT);
    return List.of(
        Route.get(ALL, RequiredRight.of(Right.SEE), this::list),
        Route.post(ALL, close, "blackout.make", this::make),
        Route.delete(ALL + "/{id}", close, "blackout.lift", this::lift).conditionally());
  }

  /**
   * What was made.
   *
   * @param cancelled the reservations that were called off for it
   * @param kept the reservations that stay beside it
   */
  record MadeView(ReservationView blackout, List<Long> cancelled, List<Long> kept) {}

  private void list(ServerRequest req, ServerResponse res) {
    var viewer = AuditedRequest.of(req).actor();
    var filter = ReservationQuery.of(req, desk.zone(), Set.of(ReservationKind.BLACKOUT));
    var page = reservations.page(filter);
    res.header(HeaderValues.create(TOTAL, page.total()));
    ReservationQuery.next(req, page, ALL)
        .ifPresent(link -> res.header(HeaderValues.create(LINK, link)));
    Answer.json(req, res, desk.views(page.reservations(), viewer));
  }

  private void make(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var by = Orders.submitter(req, body);
    var wanted = BlackoutBody.read(body, by.actor(), desk.zone());
    AnswerZone.use(req, wanted.times().zone());
    desk.requireBooking(by.actor(), wanted.reservation());
    var made = blackouts.make(wanted, by);
    var blackout = made.blackout();
    AuditedRequest.of(req).about(BookingDesk.target(blackout.id()));
    res.status(CREATED_201)
        .header(HeaderValues.create(HeaderNames.LOCATION, "/api/reservations/" + blackout.id()));
    Answer.json(
        req, res, new MadeView(desk.view(blackout, by.actor()), made.cancelled(), made.kept()));
  }

  private Reservation named(ServerRequest req) {
    var no = new Refusal.NotFound("blackout", Paths.text(req, "id"));
    try {
      var named = desk.named(req);
      if (named.kind() == ReservationKind.BLACKOUT) {
        return named;
      }
    } catch (Refusal.NotFound e) {
      no.addSuppressed(e);
    }
    throw no;
  }

  private void lift(ServerRequest req, ServerResponse res) {
    var before = named(req);
    AnswerZone.use(req, before.times().zone());
    var by = AuditedRequest.of(req).actor().name();
    var after = reservations.by(by).cancel(before.id(), desk.version(req, before), null);
    desk.noteChange(req, before, after);
    res.status(NO_CONTENT_204).send();
  }
}
