package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.api.reservation.RecurrenceFields.Edited;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change.
 *
 * @param plain the fields that stand for what is claimed anew, where the body has no {@code claims}
 * @param status what it is to be, or null where that is not said
 * @param repeats what is to be another way of how it repeats
 * @param seriesVersion the version of its series that the change is meant for, or null for any
 */
record ReservationChanging(
    ReservationChange change,
    PlainFields plain,
    @Nullable Status status,
    Edited repeats,
    @Nullable Integer seriesVersion,
    boolean dryRun) {
  /** How a change of the status ends a reservation. */
  enum Ending {
    NONE,
    CANCEL,
    RETURN
  }

  /** Refuses with everything that is wrong with the body. */
  static ReservationChanging of(
      ObjectNode body,
      Reservation before,
      Parties parties,
      ChangedGuests brought,
      Actor actor,
      Instant now) {
    var fields = Fields.of(body);
    var named = Named.of(fields, body, before);
    var listed = ClaimFields.read(fields, "claims");
    var where = named.where(fields, before.details().where(), listed);
    var details = details(fields, body, before.details(), where, parties, actor);
    var times = times(fields, before);
    var margins =
        fields.has("lead_minutes") || fields.has("grace_minutes")
            ? ReservationRequest.margins(fields, before.margins())
            : null;
    leave(fields, "lead_minutes", "grace_minutes");
    var claims = fields.has("claims") ? listed : named.moved(before, where);
    var atStart = fields.made("at_start", fields.text("at_start"), AtStart::parse);
    var guests =
        brought.read(
            fields,
            body,
            before,
            BookingReader.usual(
                fields, where, Objects.requireNonNullElse(claims, before.requests())));
    var none = guests == null ? before.guests().isEmpty() : guests.isEmpty();
    var atEnd = ReservationRequest.atEnd(fields, !none);
    var status = fields.made("status", fields.text("status"), Status::parse);
    var zone = times == null ? before.times().zone() : times.zone();
    var repeats = RecurrenceFields.edited(fields, zone);
    var seriesVersion = fields.integer("series_version");
    if (seriesVersion != null && seriesVersion < 1) {
      fields.violated("series_version", "must be 1 or more");
    }
    var dryRun = fields.flag("dry_run", false);
    var change =
        fields.whole(() -> change(before, details, times, margins, claims, atStart, atEnd));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var said = Objects.requireNonNull(change);
    if (guests != null && !ChangedGuests.same(before, guests)) {
      said = brought.in(said, before, guests, fields.has("claims") ? listed : null, actor, now);
    }
    var claimed = Objects.requireNonNullElse(said.claims(), before.requests());
    named.requireWithin(where, claimed, !fields.has("claims") && named.given(before));
    var plain = fields.has("claims") ? PlainFields.NONE : named.plain(claimed);
    return new ReservationChanging(said, plain, status, repeats, seriesVersion, dryRun);
  }

  /** Whether nothing is changed but, maybe, the status. */
  boolean nothing() {
    return change.equals(ReservationChange.NOTHING);
  }

  /** How it ends what was so before; refuses a status that nobody gives it. */
  Ending ending(Reservation before) {
    if (status == null || status == before.status()) {
      return Ending.NONE;
    }
    if (!nothing()) {
      throw new Refusal.Invalid("status", "must be changed by itself");
    }
    return switch (status) {
      case CANCELLED -> Ending.CANCEL;
      case COMPLETED -> Ending.RETURN;
      case PENDING, ACTIVE ->
          throw new Refusal.WrongState(
              "reservation %d is %s, and begins by itself at its start"
                  .formatted(before.id(), before.status().wire()),
              "status");
    };
  }

  private static ReservationChange change(
      Reservation before,
      @Nullable Details details,
      @Nullable Times times,
      @Nullable Margins margins,
      @Nullable List<ClaimRequest> claims,
      @Nullable AtStart atStart,
      @Nullable AtEnd atEnd) {
    return new ReservationChange(details, times, margins, claims, null, atStart, atEnd, null, null)
        .unlike(before);
  }

  private static void leave(Fields fields, String... names) {
    for (var name : names) {
      fields.leave(name);
    }
  }

  /**
   * The node and the guest that are named now, by the fields of the first Direttore.
   *
   * @param old the node that was shown, which claims may say alone
   * @param other the node that takes its place, or null where the body names none
   * @param byClaims whether claims alone say the node, and go on saying it
   */
  private record Named(
      @Nullable NodeName old,
      @Nullable NodeName other,
      @Nullable VmId vmid,
      boolean ofNode,
      boolean ofGuest,
      boolean byClaims) {
    static Named of(Fields fields, ObjectNode body, Reservation before) {
      var where = before.details().where();
      var node = fields.made(PlainFields.NODE, fields.text(PlainFields.NODE), NodeName::new);
      var vmid = fields.made(PlainFields.VMID, fields.integer(PlainFields.VMID), VmId::new);
      var shown = Optional.ofNullable(where.node()).or(() -> claimed(before)).orElse(null);
      return new Named(
          shown,
          node,
          vmid,
          body.has(PlainFields.NODE),
          body.has(PlainFields.VMID),
          where.node() == null && shown != null && node != null);
    }

    /** The node that is shown where none is said. */
    private static Optional<NodeName> claimed(Reservation before) {
      return before.claims().stream()
          .map(Claim::resource)
          .filter(resource -> resource.kind() == ResourceKind.NODE)
          .map(resource -> new NodeName(resource.name()))
          .findFirst();
    }

    /** Whether the node that the body names is what it was given of any. */
    boolean given(Reservation before) {
      return other != null && !before.requestsNaming(other).equals(before.requests());
    }

    /** What is shown then; other claims keep nothing that they do not name. */
    Where where(Fields fields, Where before, List<ClaimRequest> listed) {
      var type = ReservationRequest.type(fields, "resource_type", before.type());
      var kept = fields.has("claims") ? before.within(listed) : before;
      return new Where(
          type, ofNode && !byClaims ? other : kept.node(), ofGuest ? vmid : kept.vmid());
    }

    /**
     * Refuses what the body names and claims do not.
     *
     * @param given whether the node is one of any, and goes on being so
     */
    void requireWithin(Where where, List<ClaimRequest> claims, boolean given) {
      var guest = ofGuest ? vmid : where.within(claims).vmid();
      new Where(where.type(), given ? null : other, guest).requireWithin(claims);
    }

    PlainFields plain(List<ClaimRequest> claims) {
      return new PlainFields(other, vmid, claims, Integer.MAX_VALUE);
    }

    /** What was claimed of one node or guest is claimed of the other that is named now. */
    @Nullable List<ClaimRequest> moved(Reservation before, Where where) {
      var guest = before.details().where().vmid();
      var moves = ofNode && !Objects.equals(old, other);
      var claims =
          new ArrayList<>(
              moves && old != null && other != null
                  ? before.requestsNaming(old)
                  : before.requests());
      if (!Objects.equals(guest, where.vmid())) {
        replace(claims, ResourceKind.GUEST, name(guest), name(where.vmid()));
        claim(claims, where.vmid());
      }
      if (moves) {
        replace(claims, ResourceKind.NODE, name(old), name(other));
      }
      if (claims.isEmpty() && (where.node() != null || where.vmid() != null)) {
        claims.add(ReservationRequest.claimed(where));
      }
      return claims.equals(before.requests()) ? null : claims;
    }
  }

  private static @Nullable Details details(
      Fields fields, ObjectNode body, Details before, Where where, Parties parties, Actor actor) {
    var title = Objects.requireNonNullElse(fields.text("title"), before.title());
    var said = Objects.requireNonNullElse(fields.text("notes"), "");
    var notes = body.has("notes") ? said : before.notes();
    var party = before.party();
    Parties.requireSame(fields, party);
    var team = parties.team(fields, actor, null);
    var whose = body.has("team") ? new Party(party.requester(), party.person(), team) : party;
    var hidden = fields.flag("private", before.hidden());
    return fields.whole(() -> new Details(title, notes, whose, where, hidden));
  }

  private static @Nullable Times times(Fields fields, Reservation before) {
    var zone = Zones.read(fields, before.times().zone());
    var start = Zones.moment(fields, "start_dt", zone);
    var end = Zones.moment(fields, "end_dt", zone);
    var old = before.window();
    if (start == null && end == null) {
      return fields.whole(() -> new Times(old, zone));
    }
    return fields.whole(() ->
        new Times(
            new Window(
                Objects.requireNonNullElse(start, old.from()),
                Objects.requireNonNullElse(end, old.to())),
            zone));
  }

  /** No guest is shown that is not claimed. */
  private static void claim(List<ClaimRequest> claims, @Nullable VmId vmid) {
    if (vmid != null && !claims.contains(ClaimRequest.guest(vmid))) {
      claims.add(ClaimRequest.guest(vmid));
    }
  }

  private static @Nullable String name(@Nullable Object named) {
    return Optional.ofNullable(named).map(Object::toString).orElse(null);
  }

  private static void replace(
      List<ClaimRequest> claims, ResourceKind kind, @Nullable String from, @Nullable String to) {
    for (int i = claims.size() - 1; i >= 0; i--) {
      if (claims.get(i) instanceof ClaimRequest.Named one
          && one.kind() == kind
          && one.name().equals(from)) {
        if (to == null) {
          claims.remove(i);
        } else {
          claims.set(i, new ClaimRequest.Named(kind, to, one.share()));
        }
      }
    }
  }
}
