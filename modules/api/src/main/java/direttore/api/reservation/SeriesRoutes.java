package direttore.api.reservation;

import direttore.api.http.AnswerZone;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.VersionTag;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import direttore.domain.reservation.series.SeriesEdited;
import direttore.domain.reservation.series.SeriesEdits;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/series}: what repeats. */
public final class SeriesRoutes {
  private static final String EACH = "/api/series/{id}";
  private static final Set<String> OF_RULES = Set.of("rule", "exdates");

  private final SeriesEdits edits;
  private final BookingDesk desk;

  public SeriesRoutes(SeriesEdits edits, BookingDesk desk) {
    this.edits = edits;
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(EACH, RequiredRight.of(Right.SEE), this::show),
        Route.post(
                EACH + "/retry-skipped",
                RequiredRight.of(Right.BOOK),
                "reservation.retry-skipped",
                this::retry)
            .conditionally());
  }

  private Series named(ServerRequest req) {
    var text = Paths.text(req, "id");
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound("series", text);
    }
    return edits.series(Long.parseLong(text));
  }

  private void show(ServerRequest req, ServerResponse res) {
    var series = named(req);
    VersionTag.show(
        req,
        res,
        Integer.toString(series.version()),
        SeriesSheet.of(series, edits.dates(series.id()), null));
  }

  private void retry(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var series = named(req);
    AuditedRequest.of(req).about("series/" + series.id());
    AnswerZone.use(req, series.zone());
    var actor = AuditedRequest.of(req).actor();
    var tried =
        edits
            .ruled(actor)
            .retrySkipped(
                series.id(),
                version(req, series),
                date -> requireAgain(actor, date),
                new Submitter(actor, null, List.of()));
    VersionTag.changed(
        req,
        res,
        Integer.toString(tried.series().version()),
        SeriesSheet.of(tried.series(), edits.dates(series.id()), tried));
  }

  private void requireAgain(Actor actor, Reservation date) {
    ReservationRights.requireChange(actor, date);
    desk.requireAgain(actor, date);
  }

  private static @Nullable Integer version(ServerRequest req, Series series) {
    if (!VersionTag.isBound(req)) {
      return null;
    }
    VersionTag.require(req, Integer.toString(series.version()));
    return series.version();
  }

  /** Changes a date and others of its series with it, or says what that would do. */
  void change(
      ServerRequest req,
      ServerResponse res,
      Reservation before,
      ReservationChanging changing,
      EditScope scope) {
    if (changing.status() != null) {
      throw new Refusal.Invalid("status", "can be changed of one date only, or by a cancel");
    }
    var audited = AuditedRequest.of(req);
    var actor = audited.actor();
    var repeats = changing.repeats();
    var edit =
        new SeriesEdit(
            before.id(),
            scope,
            changing.change(),
            repeats.rule(),
            repeats.exceptions(),
            repeats.mode(),
            desk.version(req, before),
            changing.seriesVersion(),
            date -> ReservationRights.mayChange(actor, date),
            actor.name());
    if (changing.dryRun()) {
      audited.unkept();
      answer(req, res, atField(() -> edits.ruled(actor).check(edit)));
    } else {
      var edited = atField(() -> edits.ruled(actor).edit(edit));
      desk.noteChange(req, before, edited.at());
      answer(req, res, edited);
    }
  }

  private void answer(ServerRequest req, ServerResponse res, SeriesEdited edited) {
    var viewer = AuditedRequest.of(req).actor();
    VersionTag.changed(
        req, res, Integer.toString(edited.at().version()), desk.view(viewer, edited));
  }

  /** The rule stands within its own object in the body. */
  private static SeriesEdited atField(Supplier<SeriesEdited> work) {
    try {
      return work.get();
    } catch (Refusal.Invalid e) {
      var field = e.field();
      throw field != null && OF_RULES.contains(field.replaceAll("\\[.*", ""))
          ? new Refusal.Invalid("recurrence." + field, String.valueOf(e.getMessage()))
          : e;
    }
  }
}
