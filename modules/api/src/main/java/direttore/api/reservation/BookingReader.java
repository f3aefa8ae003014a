package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of bookings. */
final class BookingReader {
  private final Parties parties;
  private final GuestsFields guests;
  private final GuestsRoom room;
  private final ZoneId zone;
  private final Clock clock;

  BookingReader(Parties parties, GuestsFields guests, GuestsRoom room, ZoneId zone, Clock clock) {
    this.parties = parties;
    this.guests = guests;
    this.room = room;
    this.zone = zone;
    this.clock = clock;
  }

  /** What a body says, without what has to be looked at for it. */
  private record Said(
      Details details,
      Times times,
      Margins margins,
      Margins later,
      AtStart atStart,
      AtEnd atEnd,
      List<ClaimRequest> claims,
      List<GuestsFields.Asked> guests,
      @Nullable NewSeries series,
      PlainFields plain,
      boolean dryRun) {}

  /** Refuses with everything that is wrong with the body. */
  ReservationRequest read(ObjectNode body, Actor actor) {
    var fields = Fields.of(body);
    var said = said(fields, body, actor);
    fields.refuseUnknown();
    fields.refuseIfAny();
    return checked(Objects.requireNonNull(said, "refused otherwise"), actor);
  }

  private @Nullable Said said(Fields fields, ObjectNode body, Actor actor) {
    var times = times(fields);
    var where = where(fields);
    var details = details(fields, actor, where);
    var listed = ClaimFields.read(fields, "claims");
    var plain = plain(fields, where);
    var claims = fields.has("claims") ? listed : plain.claims();
    var brought =
        guests.read(fields, body, usual(fields, where, claims), GuestsFields.Known.NOTHING);
    var count = brought.stream().mapToInt(each -> each.wanted().count()).sum();
    var atStart = fields.made("at_start", fields.text("at_start"), AtStart::parse);
    var atEnd = atEnd(fields);
    var destroys = brought.stream().anyMatch(each -> each.wanted().end(atEnd).destroys());
    var usual = times == null ? Margins.NONE : margins(times, count, destroys);
    var margins = ReservationRequest.margins(fields, usual);
    var series = RecurrenceFields.read(fields, times);
    var dryRun = fields.flag("dry_run", false);
    return times == null || details == null || margins == null
        ? null
        : new Said(
            details,
            times,
            margins,
            fields.has("lead_minutes") ? margins : later(margins, count, destroys),
            Objects.requireNonNullElse(atStart, AtStart.NOTHING),
            atEnd,
            claims,
            brought,
            series,
            plain,
            dryRun);
  }

  private static AtEnd atEnd(Fields fields) {
    var brings = fields.has("guests");
    var said = ReservationRequest.atEnd(fields, brings);
    return Objects.requireNonNullElse(said, brings ? AtEnd.DESTROY : AtEnd.NOTHING);
  }

  /** What holds for guests where nothing is said. */
  private Margins margins(Times times, int guests, boolean destroys) {
    var left = Duration.between(clock.instant(), times.window().from());
    return UsualMargins.of(guests, destroys, left);
  }

  /** The same with time enough to make so many guests. */
  private static Margins later(Margins margins, int guests, boolean destroys) {
    return new Margins(UsualMargins.of(guests, destroys).lead(), margins.grace(), margins.tidy());
  }

  private ReservationRequest checked(Said said, Actor actor) {
    var brought = said.guests().stream().map(each -> each.checked(actor)).toList();
    var wanted =
        new NewReservation(
            ReservationKind.BOOKING,
            said.details(),
            said.times(),
            said.margins(),
            Phase.BOOKED,
            said.atStart(),
            said.atEnd(),
            room.beside(said.claims(), GuestsRoom.orders(brought), null),
            brought);
    said.details().where().requireWithin(wanted.claims());
    var fields = brought.isEmpty() ? said.plain() : said.plain().saying(said.claims().size());
    return new ReservationRequest(wanted, said.series(), said.later(), fields, said.dryRun());
  }

  private @Nullable Times times(Fields fields) {
    var at = Zones.read(fields, zone);
    var start = Zones.moment(fields, "start_dt", at);
    var end = Zones.moment(fields, "end_dt", at);
    fields.required("start_dt", start, Instant.EPOCH);
    fields.required("end_dt", end, Instant.EPOCH);
    if (start == null || end == null) {
      return null;
    }
    return fields.whole(() -> new Times(new Window(start, end), at));
  }

  private @Nullable Details details(Fields fields, Actor actor, Where where) {
    var party = parties.read(fields, actor);
    var title = fields.required("title", fields.text("title"), "?");
    var notes = Objects.requireNonNullElse(fields.text("notes"), "");
    var hidden = fields.flag("private", false);
    // Also where whose it is cannot be, so that the rest is checked.
    var whose = party == null ? new Party("?", null, null) : party;
    return fields.whole(() -> new Details(title, notes, whose, where, hidden));
  }

  private static Where where(Fields fields) {
    return new Where(
        ReservationRequest.type(fields, "resource_type", GuestKind.QEMU),
        fields.made(PlainFields.NODE, fields.text(PlainFields.NODE), NodeName::new),
        fields.made(PlainFields.VMID, fields.integer(PlainFields.VMID), VmId::new));
  }

  private static PlainFields plain(Fields fields, Where where) {
    if (fields.has("claims") || (where.node() == null && where.vmid() == null)) {
      return PlainFields.NONE;
    }
    var claimed = List.of(ReservationRequest.claimed(where));
    return new PlainFields(where.node(), where.vmid(), claimed, Integer.MAX_VALUE);
  }

  /** Where guests go that name no node, or null where that is not clear. */
  static GuestsFields.@Nullable Usual usual(Fields fields, Where where, List<ClaimRequest> claims) {
    var node = node(where, claims);
    if (node == null) {
      return null;
    }
    var claim = claims.stream().map(ClaimRequest::node).toList().indexOf(node);
    var listed = fields.has("claims") && claim >= 0;
    return new GuestsFields.Usual(
        node,
        fields.has(PlainFields.NODE)
            ? PlainFields.NODE
            : listed ? "claims[%d].node".formatted(claim) : null);
  }

  /** The node that is said, or else that of the first claim of one. */
  static @Nullable NodeName node(Where where, List<ClaimRequest> claims) {
    return Optional.ofNullable(where.node())
        .or(() -> claims.stream().map(ClaimRequest::node).filter(Objects::nonNull).findFirst())
        .orElse(null);
  }
}
