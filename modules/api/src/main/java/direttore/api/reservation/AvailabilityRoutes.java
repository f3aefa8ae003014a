package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.claim.ClaimView;
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
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/availability}: when all of what somebody wants is free. */
public final class AvailabilityRoutes {
  private static final int MINUTES = 60;
  private static final int LIMIT = 10;
  private static final int MOST = 100;

  /** So that all that is looked at, with what is held around it, lies in the years of windows. */
  private static final Instant LAST = Instant.parse("2099-06-01T00:00:00Z");

  private static final List<String> NUMBERS =
      List.of("minutes", "lead_minutes", "grace_minutes", "guests", "limit");

  private final Availability availability;
  private final ZoneId zone;
  private final Clock clock;

  public AvailabilityRoutes(Availability availability, ZoneId zone, Clock clock) {
    this.availability = availability;
    this.zone = zone;
    this.clock = clock;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    return List.of(
        Route.get("/api/availability", see, this::show),
        Route.post("/api/availability", see, "availability.find", this::find));
  }

  /** Times, and where to go on looking. */
  record SlotsView(List<SlotView> slots, @Nullable OffsetDateTime next) {}

  /** A time in which what is wanted is free. */
  record SlotView(
      OffsetDateTime startDt,
      OffsetDateTime endDt,
      @Nullable String proxmoxNode,
      List<ClaimView> claims) {
    static SlotView of(Slot slot, ZoneId zone) {
      var claims = ClaimView.of(slot.claims());
      return new SlotView(
          Zones.at(slot.window().from(), zone),
          Zones.at(slot.window().to(), zone),
          ClaimView.node(claims),
          claims);
    }
  }

  private void show(ServerRequest req, ServerResponse res) {
    var question = JsonNodeFactory.instance.objectNode();
    var claims = Query.json(req, "claims");
    if (claims != null) {
      question.set("claims", claims);
    }
    for (var name : NUMBERS) {
      if (Query.text(req, name) != null) {
        question.put(name, Query.integer(req, name, 0));
      }
    }
    for (var name : List.of("from", "to")) {
      var moment = Query.text(req, name);
      if (moment != null) {
        question.put(name, moment);
      }
    }
    answer(req, res, question);
  }

  private void find(ServerRequest req, ServerResponse res) {
    AuditedRequest.of(req).unkept();
    answer(req, res, Body.object(req));
  }

  private void answer(ServerRequest req, ServerResponse res, ObjectNode body) {
    AnswerZone.use(req, zone);
    var question = Question.of(body, zone, clock.instant());
    var found = availability.slots(question.wanted(), question.within(), question.limit());
    var next = found.next() == null ? question.beyond() : found.next();
    Answer.json(
        req,
        res,
        new SlotsView(
            found.slots().stream().map(slot -> SlotView.of(slot, zone)).toList(),
            next == null ? null : Zones.at(next, zone)));
  }

  /**
   * What is asked for.
   *
   * @param beyond where to go on behind what one call looks at, or null where that is all
   */
  private record Question(
      Availability.Wanted wanted, Window within, @Nullable Instant beyond, int limit) {
    static Question of(ObjectNode body, ZoneId zone, Instant now) {
      var fields = Fields.of(body);
      var claims = ClaimFields.read(fields, "claims");
      if (!fields.has("claims") || (claims.isEmpty() && body.path("claims").isEmpty())) {
        fields.violated("claims", "must name what is wanted");
      }
      var length = length(fields);
      var margins = margins(fields);
      var from = Zones.moment(fields, "from", zone);
      var to = Zones.moment(fields, "to", zone);
      var limit = fields.integer("limit", LIMIT);
      if (limit < 1 || limit > MOST) {
        fields.violated("limit", "must be 1 to %d".formatted(MOST));
      }
      var start = from == null || from.isBefore(now) ? now.truncatedTo(ChronoUnit.SECONDS) : from;
      var within = fields.whole(() -> within(start, to));
      var wanted =
          length == null || margins == null
              ? null
              : fields.whole(() -> new Availability.Wanted(claims, length, margins, null));
      fields.refuseUnknown();
      fields.refuseIfAny();
      var looked = Objects.requireNonNull(within);
      var all = to != null && !to.isAfter(looked.to());
      return new Question(Objects.requireNonNull(wanted), looked, all ? null : looked.to(), limit);
    }

    private static @Nullable Duration length(Fields fields) {
      var minutes = fields.integer("minutes", MINUTES);
      if (minutes < 1 || minutes > Availability.FARTHEST.toMinutes()) {
        fields.violated("minutes", "must be 1 to %d".formatted(Availability.FARTHEST.toMinutes()));
        return null;
      }
      return Duration.ofMinutes(minutes);
    }

    /** What is held around the time: as said, else what is usual for so many guests. */
    private static @Nullable Margins margins(Fields fields) {
      var guests = fields.integer("guests", 0);
      if (guests < 0 || guests > GuestsWanted.MOST) {
        fields.violated("guests", "must be 0 to %d".formatted(GuestsWanted.MOST));
        return null;
      }
      return ReservationRequest.margins(fields, UsualMargins.of(guests, true));
    }

    private static Window within(Instant from, @Nullable Instant to) {
      if (to != null && !to.isAfter(from)) {
        throw new Refusal.Invalid("to", "must be after from, and in the future");
      }
      if (from.isAfter(LAST)) {
        throw new Refusal.Invalid("from", "must lie before %s".formatted(LAST));
      }
      var farthest = from.plus(Availability.FARTHEST);
      return new Window(from, to == null || to.isAfter(farthest) ? farthest : to);
    }
  }
}
