package direttore.api.reservation;

import static io.helidon.http.Status.ACCEPTED_202;
import static io.helidon.http.Status.CREATED_201;
import static io.helidon.http.Status.NO_CONTENT_204;

import direttore.api.http.Answer;
import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.VersionTag;
import direttore.api.operation.Orders;
import direttore.api.reservation.PreviewView.OccurrenceView;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.waiting.Waitable;
import direttore.domain.reservation.waiting.WaitingList;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/reservations}: who uses what, when. */
public final class ReservationRoutes {
  static final String EACH = "/api/reservations/{id}";
  private static final String ALL = "/api/reservations";
  private static final int LONGEST_REASON = 500;
  private static final HeaderName TOTAL = HeaderNames.create("X-Total-Count");
  private static final HeaderName LINK = HeaderNames.create("Link");

  private final Reservations reservations;
  private final BookingDesk desk;
  private final SeriesRoutes series;
  private final WaitingList waiting;

  /**
   * Routes about reservations.
   *
   * @param series changes those that repeat as a whole
   * @param waiting where those may wait who are refused what others have
   */
  public ReservationRoutes(
      Reservations reservations, BookingDesk desk, SeriesRoutes series, WaitingList waiting) {
    this.reservations = reservations;
    this.desk = desk;
    this.series = series;
    this.waiting = waiting;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    var book = RequiredRight.of(Right.BOOK);
    return List.of(
        Route.get(ALL, see, this::list),
        Route.post(ALL, book, "reservation.book", this::book),
        Route.get(EACH, see, this::show),
        Route.patch(EACH, book, "reservation.change", this::change).conditionally(),
        Route.delete(EACH, book, "reservation.cancel", this::cancel).conditionally());
  }

  private void list(ServerRequest req, ServerResponse res) {
    var viewer = AuditedRequest.of(req).actor();
    var page = reservations.page(ReservationQuery.of(req, desk.zone(), Set.of()));
    res.header(HeaderValues.create(TOTAL, page.total()));
    ReservationQuery.next(req, page, ALL)
        .ifPresent(link -> res.header(HeaderValues.create(LINK, link)));
    Answer.json(req, res, desk.views(page.reservations(), viewer));
  }

  private void show(ServerRequest req, ServerResponse res) {
    var reservation = desk.named(req);
    var viewer = AuditedRequest.of(req).actor();
    VersionTag.show(
        req, res, Integer.toString(reservation.version()), desk.view(reservation, viewer));
  }

  private void book(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var by = Orders.submitter(req, body);
    AnswerZone.use(req, desk.zone());
    var earlier = reservations.earlier(by);
    if (earlier.isPresent()) {
      booked(req, res, earlier.get());
      return;
    }
    // Reading writes the guests' names into it.
    var sent = body.deepCopy();
    var request = desk.reader().read(body, by.actor());
    var wanted = request.wanted();
    AnswerZone.use(req, wanted.times().zone());
    request.plain().told(() -> desk.requireBooking(by.actor(), wanted));
    var ruled = desk.ruled(req, sent, request);
    var series = request.series();
    if (request.dryRun()) {
      AuditedRequest.of(req).unkept();
      Answer.json(req, res, decided(request, by, () -> preview(ruled, request)));
    } else if (series == null) {
      booked(req, res, decided(request, by, () -> ruled.book(wanted, by)));
    } else {
      bookedSeries(req, res, decided(request, by, () -> ruled.bookSeries(wanted, series, by)));
    }
  }

  /** A decision; who is refused what others have hears whether they can wait for it. */
  private <T> T decided(ReservationRequest request, Submitter by, Supplier<T> decision) {
    try {
      return request.plain().told(decision);
    } catch (Refusal.ReservationConflict e) {
      throw e.waiting(
          request.series() == null
              ? Waitable.whyNot(waiting, request.wanted(), by, desk.now())
              : Optional.of(Waitable.repeating()));
    }
  }

  private static PreviewView preview(Reservations ruled, ReservationRequest request) {
    var wanted = request.wanted();
    var series = request.series();
    if (series == null) {
      return PreviewView.of(wanted.times(), wanted.holds(), ruled.check(wanted));
    }
    var refused =
        ruled.checkSeries(wanted, series).stream()
            .filter(each -> !each.conflicts().isEmpty())
            .collect(
                Collectors.toMap(
                    each -> each.occurrence().original(), each -> Conflict.why(each.conflicts())));
    var dates =
        series.occurrences().stream()
            .map(each -> OccurrenceView.of(each.times(), refused.get(each.original())))
            .toList();
    return PreviewView.of(wanted.times(), wanted.holds(), List.of(), dates);
  }

  private void bookedSeries(ServerRequest req, ServerResponse res, SeriesBooked series) {
    var viewer = AuditedRequest.of(req).actor();
    var first = series.booked().getFirst();
    created(req, res, first);
    VersionTag.changed(
        req, res, Integer.toString(first.version()), desk.view(first, viewer, series.series()));
  }

  private void booked(ServerRequest req, ServerResponse res, Reservation reservation) {
    created(req, res, reservation);
    desk.answer(req, res, reservation);
  }

  private static void created(ServerRequest req, ServerResponse res, Reservation reservation) {
    AuditedRequest.of(req).about(BookingDesk.target(reservation.id()));
    res.status(reservation.phase() == Phase.REQUESTED ? ACCEPTED_202 : CREATED_201)
        .header(HeaderValues.create(HeaderNames.LOCATION, ALL + "/" + reservation.id()));
  }

  private void change(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var before = desk.steered(req);
    var actor = AuditedRequest.of(req).actor();
    var changing = desk.changing(body, before, actor);
    var times = Optional.ofNullable(changing.change().times()).orElse(before.times());
    AnswerZone.use(req, times.zone());
    changing.plain().told(() -> change(req, res, before, changing));
  }

  private void change(
      ServerRequest req, ServerResponse res, Reservation before, ReservationChanging changing) {
    var actor = AuditedRequest.of(req).actor();
    desk.requireChange(actor, before, changing.change());
    var scope = scope(req, before, changing);
    if (scope != EditScope.THIS) {
      series.change(req, res, before, changing, scope);
      return;
    }
    var version = desk.version(req, before);
    if (changing.dryRun()) {
      AuditedRequest.of(req).unkept();
      Answer.json(req, res, desk.view(foreseen(req, before, changing), actor));
      return;
    }
    desk.answerChanged(req, res, before, changed(req, before, changing, version));
  }

  private static EditScope scope(
      ServerRequest req, Reservation before, ReservationChanging changing) {
    var scope = EditScope.parse(Query.text(req, "scope", "this"));
    if (scope == EditScope.THIS && !changing.repeats().nothing()) {
      throw new Refusal.Invalid("recurrence", "can be changed with the scope later or all only");
    }
    if (scope != EditScope.THIS && changing.change().guests() != null) {
      throw new Refusal.Invalid(
          "guests", "can be changed of one date at a time: with the scope this");
    }
    if (scope != EditScope.THIS && before.series() == null) {
      throw new Refusal.Invalid("scope", "must be this: the reservation does not repeat");
    }
    return scope;
  }

  private Reservation foreseen(
      ServerRequest req, Reservation before, ReservationChanging changing) {
    return switch (changing.ending(before)) {
      case NONE -> desk.ruled(req).check(before.id(), changing.change());
      case CANCEL -> Endings.calledOff(before, desk.now(), null);
      case RETURN -> Endings.givenBack(before, desk.now());
    };
  }

  private Reservation changed(
      ServerRequest req,
      Reservation before,
      ReservationChanging changing,
      @Nullable Integer version) {
    return switch (changing.ending(before)) {
      case NONE -> desk.ruled(req).change(before.id(), changing.change(), version);
      case CANCEL -> desk.ruled(req).cancel(before.id(), version, null);
      case RETURN -> desk.ruled(req).giveBack(before.id(), version);
    };
  }

  /** Why it is called off, or null where that is not said. */
  private static @Nullable String reason(ServerRequest req) {
    var reason = Query.text(req, "reason");
    if (reason != null && reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw new Refusal.Invalid("reason", "must have 1 to %d characters".formatted(LONGEST_REASON));
    }
    return reason;
  }

  private void cancel(ServerRequest req, ServerResponse res) {
    var reason = reason(req);
    var scope = Query.text(req, "scope", "this");
    var before = desk.steered(req);
    AnswerZone.use(req, before.times().zone());
    var version = desk.version(req, before);
    var actor = AuditedRequest.of(req).actor();
    var others = desk.others(actor, before, scope);
    var after = reservations.by(actor.name()).cancel(before.id(), others, version, reason);
    desk.noteChange(req, before, after);
    res.status(NO_CONTENT_204).send();
  }
}
