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
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
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
      @Nullable String plain,
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
    var plain = fields.has("claims") ? null : plain(where);
    var claims = plain == null ? listed : List.of(ReservationRequest.claimed(where));
    var brought = guests.read(fields, body, node(where, claims), GuestsFields.Known.NOTHING);
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
    var said = fields.made("at_end", fields.text("at_end"), AtEnd::parse);
    if (said != null && said.destroys() && !brings) {
      fields.violated("at_end", "must be another: only what was made for it is destroyed");
    }
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
    return new ReservationRequest(wanted, said.series(), said.later(), said.plain(), said.dryRun());
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
        fields.made("proxmox_node", fields.text("proxmox_node"), NodeName::new),
        fields.made("vmid", fields.integer("vmid"), VmId::new));
  }

  /** The field of a plain body that stands for what is claimed, or null without one. */
  private static @Nullable String plain(Where where) {
    return where.vmid() != null ? "vmid" : where.node() != null ? "proxmox_node" : null;
  }

  /** Where guests go that name no node, or null where that is not clear. */
  static @Nullable NodeName node(Where where, List<ClaimRequest> claims) {
    var claimed =
        claims.stream()
            .filter(each -> each instanceof ClaimRequest.Named)
            .map(ClaimRequest.Named.class::cast)
            .filter(each -> each.kind() == ResourceKind.NODE)
            .map(each -> new NodeName(each.name()))
            .findFirst();
    return where.node() == null ? claimed.orElse(null) : where.node();
  }
}
