package direttore.api.reservation;

import direttore.api.claim.LimitSight;
import direttore.api.claim.OverlapView;
import direttore.api.http.Answer;
import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.LatestEnd;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Offers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with a reservation as a whole: extend, and how far, check in, return, hand over. */
public final class ReservationActRoutes {
  private static final int LONGEST_EXTENSION = 527_040;
  private static final Duration WEEK = Duration.ofDays(7);
  private final Reservations reservations;
  private final BookingDesk desk;

  public ReservationActRoutes(Reservations reservations, BookingDesk desk) {
    this.reservations = reservations;
    this.desk = desk;
  }

  public List<Route> routes() {
    var book = RequiredRight.of(Right.BOOK);
    var each = ReservationRoutes.EACH;
    return List.of(
        Route.get(each + "/extend-until", RequiredRight.of(Right.SEE), this::extendUntil),
        Route.post(each + "/extend", book, "reservation.extend", this::extend).conditionally(),
        Route.post(each + "/check-in", book, "reservation.check-in", this::checkIn).conditionally(),
        Route.post(each + "/accept", book, "reservation.accept", this::accept).conditionally(),
        Route.post(each + "/return", book, "reservation.return", this::giveBack).conditionally(),
        Route.post(each + "/hand-over", book, "reservation.hand-over", this::handOver)
            .conditionally());
  }

  /** Until when it can last, and what is in its way then. */
  record ExtendUntilView(OffsetDateTime until, List<OverlapView> conflicts) {}

  private void extendUntil(ServerRequest req, ServerResponse res) {
    var reservation = desk.named(req);
    var zone = reservation.times().zone();
    AnswerZone.use(req, zone);
    var most = most(reservation, Query.moment(req, "most", zone));
    var latest =
        reservation.phase().over()
            ? new LatestEnd(reservation.window().to(), List.of())
            : reservations.extendableUntil(reservation.id(), most);
    var viewer = AuditedRequest.of(req).actor();
    var conflicts =
        latest.conflicts().stream()
            .filter(conflict -> LimitSight.open(conflict.resource(), viewer))
            .map(conflict -> OverlapView.of(conflict, viewer, zone))
            .toList();
    Answer.json(req, res, new ExtendUntilView(Zones.at(latest.at(), zone), conflicts));
  }

  /** How far to look: a week, unless told otherwise. */
  private static Instant most(Reservation reservation, @Nullable Instant wanted) {
    var end = reservation.window().to();
    var most = wanted == null ? end.plus(WEEK) : wanted;
    if (most.isAfter(end.plus(Availability.FARTHEST))) {
      throw new Refusal.Invalid(
          "most", "must be within %d days after its end".formatted(Availability.FARTHEST.toDays()));
    }
    var margins = reservation.margins();
    var last = Window.LATEST.minus(margins.grace()).minus(margins.tidy());
    return most.isAfter(last) ? last : most;
  }

  private void extend(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var before = desk.steered(req);
    var zone = before.times().zone();
    AnswerZone.use(req, zone);
    var until = Zones.moment(fields, "until", zone);
    var minutes = fields.integer("minutes");
    if (fields.has("until") && fields.has("minutes")) {
      fields.violated("minutes", "must be left out where until is given");
    } else if (!fields.has("until") && !fields.has("minutes")) {
      fields.violated("until", "is missing: give the new end, or how many minutes later it is");
    }
    var one = (until == null) != (minutes == null);
    var window = one ? fields.whole(() -> window(before, until, minutes)) : null;
    fields.refuseUnknown();
    fields.refuseIfAny();
    var times = before.times().at(Objects.requireNonNull(window, "refused otherwise"));
    var field = minutes == null ? "until" : "minutes";
    try {
      change(req, res, before, ReservationChange.NOTHING.withTimes(times));
    } catch (Refusal.RuleBroken e) {
      throw new Refusal.RuleBroken(e.broken().stream().map(rule -> rule.at(field)).toList());
    }
  }

  private static Window window(
      Reservation before, @Nullable Instant until, @Nullable Integer minutes) {
    var old = before.window();
    var end = end(old, until, minutes);
    var field = minutes == null ? "until" : "minutes";
    if (!end.isAfter(old.to())) {
      throw new Refusal.Invalid(field, "must be after the end that it has now");
    }
    if (end.isAfter(Window.LATEST)) {
      throw new Refusal.Invalid(field, "must not lead beyond the year 2099");
    }
    return new Window(old.from(), end);
  }

  private static Instant end(Window old, @Nullable Instant until, @Nullable Integer minutes) {
    if (minutes == null) {
      return Objects.requireNonNull(until, "one of them is given");
    }
    if (minutes < 1 || minutes > LONGEST_EXTENSION) {
      throw new Refusal.Invalid("minutes", "must be 1 to %d".formatted(LONGEST_EXTENSION));
    }
    return old.to().plus(Duration.ofMinutes(minutes));
  }

  private void accept(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var before = desk.steered(req);
    AnswerZone.use(req, before.times().zone());
    Offers.requireOpen(before, desk.now());
    change(req, res, before, Offers.ACCEPTED);
  }

  private void checkIn(ServerRequest req, ServerResponse res) {
    act(req, res, Reservations::checkIn);
  }

  private void giveBack(ServerRequest req, ServerResponse res) {
    act(req, res, Reservations::giveBack);
  }

  /** What is done without anything to say about it. */
  private interface Act {
    Reservation done(Reservations reservations, long id, @Nullable Integer version);
  }

  private void act(ServerRequest req, ServerResponse res, Act act) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var before = desk.steered(req);
    AnswerZone.use(req, before.times().zone());
    var by = AuditedRequest.of(req).actor().name();
    var after = act.done(reservations.by(by), before.id(), desk.version(req, before));
    desk.noteChange(req, before, after);
    desk.answer(req, res, after);
  }

  private void handOver(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var fields = Fields.of(body);
    var before = desk.steered(req);
    var actor = AuditedRequest.of(req).actor();
    var parties = desk.parties();
    var old = before.details();
    var person = fields.made("person", fields.text("person"), parties::person);
    var team = parties.team(fields, actor, null);
    if (!fields.has("person") && !body.has("team")) {
      fields.violated("person", "is missing: give a person, a team or both");
    }
    fields.refuseUnknown();
    fields.refuseIfAny();
    var party = old.party();
    var whose =
        new Party(
            Optional.ofNullable(person).map(p -> p.name().value()).orElse(party.requester()),
            person == null ? party.person() : person.id(),
            body.has("team") ? team : party.team());
    var details = new Details(old.title(), old.notes(), whose, old.where(), old.hidden());
    var change = ReservationChange.NOTHING.withDetails(details);
    desk.requireChange(actor, before, change);
    change(req, res, before, change);
  }

  private void change(
      ServerRequest req, ServerResponse res, Reservation before, ReservationChange change) {
    var after = desk.ruled(req).change(before.id(), change, desk.version(req, before));
    desk.answerChanged(req, res, before, after);
  }
}
