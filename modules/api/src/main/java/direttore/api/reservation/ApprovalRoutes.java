package direttore.api.reservation;

import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.policy.Approvals;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saying yes or no to a reservation that the rules ask an approval for. */
public final class ApprovalRoutes {
  private static final int LONGEST = 500;
  private final Reservations reservations;
  private final Approvals approvals;
  private final BookingDesk desk;

  public ApprovalRoutes(Reservations reservations, Approvals approvals, BookingDesk desk) {
    this.reservations = reservations;
    this.approvals = approvals;
    this.desk = desk;
  }

  public List<Route> routes() {
    var approve = RequiredRight.of(Right.APPROVE);
    var each = ReservationRoutes.EACH;
    return List.of(
        Route.post(each + "/approve", approve, "reservation.approve", this::approve)
            .conditionally(),
        Route.post(each + "/refuse", approve, "reservation.refuse", this::refuse).conditionally());
  }

  private void approve(ServerRequest req, ServerResponse res) {
    var said = said(Fields.of(Body.optionalObject(req)), false);
    var before = asked(req);
    var after =
        approvals.approve(
            before.id(),
            others(req, before, said),
            AuditedRequest.of(req).actor(),
            desk.version(req, before),
            said.reason());
    answer(req, res, before, after);
  }

  private void refuse(ServerRequest req, ServerResponse res) {
    var said = said(Fields.of(Body.object(req)), true);
    var before = asked(req);
    var after =
        approvals.refuse(
            before.id(),
            others(req, before, said),
            AuditedRequest.of(req).actor(),
            desk.version(req, before),
            Objects.requireNonNull(said.reason(), "refused otherwise"));
    answer(req, res, before, after);
  }

  /** What the body says. */
  private record Said(@Nullable String reason, String scope) {}

  private static Said said(Fields fields, boolean needed) {
    var reason = fields.made("reason", fields.text("reason"), ApprovalRoutes::reason);
    if (needed) {
      fields.required("reason", reason, "?");
    }
    var scope = Objects.requireNonNullElse(fields.text("scope"), "this");
    if (!Set.of("this", "all").contains(scope)) {
      fields.violated("scope", "must be this or all");
    }
    fields.refuseUnknown();
    fields.refuseIfAny();
    return new Said(reason, scope);
  }

  private static String reason(String text) {
    var length = text.codePointCount(0, text.length());
    if (length > LONGEST || text.isBlank()) {
      throw new Refusal.Invalid("reason", "must have 1 to %d characters".formatted(LONGEST));
    }
    return text;
  }

  private Reservation asked(ServerRequest req) {
    var reservation = desk.named(req);
    AnswerZone.use(req, reservation.times().zone());
    ReservationRights.requireApproval(AuditedRequest.of(req).actor(), reservation);
    return reservation;
  }

  /** The others of its series that wait too, where all are meant. */
  private List<Long> others(ServerRequest req, Reservation one, Said said) {
    var series = one.series();
    Actor actor = AuditedRequest.of(req).actor();
    return series == null || said.scope().equals("this")
        ? List.of()
        : reservations.ofSeries(series.id()).stream()
            .filter(each -> each.id() != one.id())
            .filter(each -> ReservationRights.mayApprove(actor, each))
            .map(Reservation::id)
            .toList();
  }

  private void answer(
      ServerRequest req, ServerResponse res, Reservation before, Reservation after) {
    desk.noteChange(req, before, after);
    desk.answer(req, res, after);
  }
}
