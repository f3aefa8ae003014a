package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.domain.Refusal;
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
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a booking.
 *
 * @param plain the field that stands for what is claimed, where the body has no {@code claims}
 */
record ReservationRequest(NewReservation wanted, @Nullable String plain, boolean dryRun) {
  /** Reads bodies, by what holds for all of them. */
  record Reader(Parties parties, ZoneId zone) {
    /** Refuses with everything that is wrong with the body. */
    ReservationRequest read(ObjectNode body, Actor actor) {
      var fields = Fields.of(body);
      var request = read(fields, actor);
      fields.refuseUnknown();
      fields.refuseIfAny();
      return Objects.requireNonNull(request, "refused otherwise");
    }

    private @Nullable ReservationRequest read(Fields fields, Actor actor) {
      var times = times(fields);
      var where = where(fields);
      var details = details(fields, actor, where);
      var listed = ClaimFields.read(fields, "claims");
      var plain = fields.has("claims") ? null : plain(where);
      var claims = plain == null ? listed : List.of(claimed(where));
      var atStart = fields.made("at_start", fields.text("at_start"), AtStart::parse);
      var atEnd = fields.made("at_end", fields.text("at_end"), AtEnd::parse);
      if (atEnd == AtEnd.DESTROY) {
        fields.violated("at_end", "must be another: only what was made for it is destroyed");
      }
      var margins = margins(fields, Margins.NONE);
      var dryRun = fields.flag("dry_run", false);
      if (times == null || details == null || margins == null) {
        return null;
      }
      var wanted =
          fields.whole(() ->
              new NewReservation(
                  ReservationKind.BOOKING,
                  details,
                  times,
                  margins,
                  Phase.BOOKED,
                  Objects.requireNonNullElse(atStart, AtStart.NOTHING),
                  Objects.requireNonNullElse(atEnd, AtEnd.NOTHING),
                  claims,
                  List.of()));
      return wanted == null ? null : new ReservationRequest(wanted, plain, dryRun);
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

    private @Nullable Details details(Fields fields, Actor actor, @Nullable Where where) {
      var party = parties.read(fields, actor);
      var title = fields.required("title", fields.text("title"), "?");
      var notes = Objects.requireNonNullElse(fields.text("notes"), "");
      var hidden = fields.flag("private", false);
      // Also where whose it is cannot be, so that the rest is checked.
      var whose = party == null ? new Party("?", null, null) : party;
      var at = where == null ? new Where(GuestKind.QEMU, null, null) : where;
      return fields.whole(() -> new Details(title, notes, whose, at, hidden));
    }
  }

  /** The kind of guest that {@code resource_type} means; a VM where it is absent. */
  static GuestKind type(Fields fields, GuestKind otherwise) {
    var type =
        fields.made(
            "resource_type",
            fields.text("resource_type"),
            word ->
                switch (word) {
                  case "vm" -> GuestKind.QEMU;
                  case "lxc" -> GuestKind.LXC;
                  default -> throw new Refusal.Invalid("resource_type", "must be vm or lxc");
                });
    return Objects.requireNonNullElse(type, otherwise);
  }

  private static Where where(Fields fields) {
    return new Where(
        type(fields, GuestKind.QEMU),
        fields.made("proxmox_node", fields.text("proxmox_node"), NodeName::new),
        fields.made("vmid", fields.integer("vmid"), VmId::new));
  }

  /** The field of a plain body that stands for what is claimed, or null without one. */
  private static @Nullable String plain(Where where) {
    return where.vmid() != null ? "vmid" : where.node() != null ? "proxmox_node" : null;
  }

  /** What such a place means as a claim. */
  static ClaimRequest claimed(Where where) {
    return Optional.ofNullable(where.vmid())
        .map(ClaimRequest::guest)
        .or(() -> Optional.ofNullable(where.node()).map(ClaimRequest::node))
        .orElseThrow();
  }

  /** The margins that the fields say, others as they were. */
  static @Nullable Margins margins(Fields fields, Margins before) {
    var lead = minutes(fields, "lead_minutes", before.lead());
    var grace = minutes(fields, "grace_minutes", before.grace());
    return fields.whole(() -> new Margins(lead, grace, before.tidy()));
  }

  private static Duration minutes(Fields fields, String name, Duration otherwise) {
    var minutes = fields.integer(name);
    return minutes == null ? otherwise : Duration.ofMinutes(minutes);
  }
}
