package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a wish.
 *
 * @param dryRun whether it is only asked where it would stand
 */
record WaitingBody(Wish wish, boolean dryRun) {
  /** Refuses with everything that is wrong with it. */
  static WaitingBody read(ObjectNode body, Actor actor, BookingDesk desk) {
    var fields = Fields.of(body);
    var zone = Zones.read(fields, desk.zone());
    var details = details(fields, actor, desk.parties());
    var claims = ClaimFields.read(fields, "claims");
    var between = between(fields, zone, desk.now());
    var minutes = fields.required("minutes", fields.integer("minutes"), 1);
    var atStart =
        Objects.requireNonNullElse(
            fields.made("at_start", fields.text("at_start"), AtStart::parse), AtStart.NOTHING);
    var atEnd = Objects.requireNonNullElse(ReservationRequest.atEnd(fields, false), AtEnd.NOTHING);
    var dryRun = fields.flag("dry_run", false);
    var wish =
        details == null || between == null
            ? null
            : fields.whole(() ->
                new Wish(
                    details, claims, between, Duration.ofMinutes(minutes), zone, atStart, atEnd));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return new WaitingBody(Objects.requireNonNull(wish, "refused otherwise"), dryRun);
  }

  private static @Nullable Details details(Fields fields, Actor actor, Parties parties) {
    var party = parties.read(fields, actor);
    var title = fields.required("title", fields.text("title"), "?");
    var notes = Objects.requireNonNullElse(fields.text("notes"), "");
    var hidden = fields.flag("private", false);
    // Also where whose it is cannot be, so that the rest is checked.
    var whose = party == null ? new Party("?", null, null) : party;
    var where = new Where(GuestKind.QEMU, null, null);
    return fields.whole(() -> new Details(title, notes, whose, where, hidden));
  }

  private static @Nullable Window between(Fields fields, ZoneId zone, Instant now) {
    var given = Zones.moment(fields, "from", zone);
    var until = Zones.moment(fields, "until", zone);
    fields.required("until", until, Instant.EPOCH);
    var soonest = now.truncatedTo(ChronoUnit.SECONDS);
    var from = given == null || given.isBefore(soonest) ? soonest : given;
    if (until == null) {
      return null;
    }
    if (!until.isAfter(from)) {
      fields.violated("until", "must be after from, and in the future");
      return null;
    }
    if (until.isAfter(Window.LATEST)) {
      fields.violated("until", "must lie in the years 2000 to 2099");
      return null;
    }
    return new Window(from, until);
  }
}
