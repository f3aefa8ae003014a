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
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Places.Standing;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingList;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code /api/waiting}: who waits for something that others have. */
public final class WaitingRoutes {
  private static final String ALL = "/api/waiting";

  private final WaitingList list;
  private final BookingDesk desk;

  public WaitingRoutes(WaitingList list, BookingDesk desk) {
    this.list = list;
    this.desk = desk;
  }

  public List<Route> routes() {
    var book = RequiredRight.of(Right.BOOK);
    return List.of(
        Route.get(ALL, RequiredRight.of(Right.SEE), this::list),
        Route.post(ALL, book, "waiting.enter", this::enter),
        Route.delete(ALL + "/{id}", book, "waiting.leave", this::leave));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var viewer = AuditedRequest.of(req).actor();
    Answer.json(req, res, views(list.standings(entry -> mayTake(viewer, entry)), viewer));
  }

  private static List<WaitingView> views(List<Standing> all, Actor viewer) {
    return all.stream().map(each -> WaitingView.of(each, isOf(viewer, each.entry()))).toList();
  }

  private void enter(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var by = Orders.submitter(req, body);
    var read = WaitingBody.read(body, by.actor(), desk);
    var wish = read.wish();
    AnswerZone.use(req, wish.zone());
    desk.requireBooking(by.actor(), wish.at(Window.of(wish.between().from(), wish.length())));
    if (read.dryRun()) {
      AuditedRequest.of(req).unkept();
      Answer.json(req, res, WaitingView.PlaceView.of(list.check(wish, by)));
      return;
    }
    var entry = list.add(wish, by);
    AuditedRequest.of(req).about("waiting/" + entry.id());
    res.status(CREATED_201);
    var standing =
        list.standings(each -> each.id() == entry.id()).stream()
            .findFirst()
            .orElseGet(() -> new Standing(entry, null, null, null));
    Answer.json(req, res, WaitingView.of(standing, isOf(by.actor(), entry)));
  }

  private void leave(ServerRequest req, ServerResponse res) {
    var id = Paths.text(req, "id");
    AuditedRequest.of(req).about("waiting/" + id);
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound("entry of the waiting list", id);
    }
    var actor = AuditedRequest.of(req).actor();
    var entry = list.find(Long.parseLong(id));
    if (!mayTake(actor, entry)) {
      throw new Refusal.Forbidden(
          Right.BOOK, "Only whoever waits, their team and operators may take that off the list.");
    }
    list.leave(entry.id(), actor.name());
    res.status(NO_CONTENT_204).send();
  }

  private static boolean mayTake(Actor actor, WaitingEntry entry) {
    return isOf(actor, entry) || actor.operatesSomewhere();
  }

  private static boolean isOf(Actor actor, WaitingEntry entry) {
    // Where nobody signs in, everything is everybody's.
    return entry.party().includes(actor) || actor.person().isEmpty();
  }
}
