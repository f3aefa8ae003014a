package direttore.api.reservation;

import static io.helidon.http.Status.ACCEPTED_202;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.guest.ReservedGuests;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Paths;
import direttore.api.http.VersionTag;
import direttore.api.reservation.ReservationView.SeriesView;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.People;
import direttore.domain.cluster.Cluster;
import direttore.domain.holding.Access;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Marks;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.PoolRoom;
import direttore.domain.reservation.Pools;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.PartCounts;
import direttore.domain.reservation.life.PartCounts.Counts;
import direttore.domain.reservation.policy.Approvals;
import direttore.domain.reservation.series.SeriesEdited;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all routes about reservations share: who may, how bodies are read, what is answered. */
public final class BookingDesk {
  private static final Set<Phase> TO_COME = Set.of(Phase.REQUESTED, Phase.OFFERED, Phase.BOOKED);

  private final Reservations reservations;
  private final Parties parties;
  private final BookingReader reader;
  private final ChangedGuests changedGuests;
  private final BookingRights rights;
  private final PartCounts parts;
  private final Marks marks;
  private final Approvals approvals;
  private final Pools pools;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * A desk.
   *
   * @param zone of the lab: what times without an offset are meant in
   */
  public BookingDesk(
      Reservations reservations,
      PartCounts parts,
      Marks marks,
      Approvals approvals,
      Pools pools,
      ReservedGuests guests,
      Lives lives,
      People people,
      Cluster cluster,
      Access access,
      ZoneId zone,
      Clock clock) {
    this.reservations = reservations;
    this.parts = parts;
    this.marks = marks;
    this.approvals = approvals;
    this.pools = pools;
    this.parties = new Parties(people);
    var ordered = new GuestsFields(guests);
    var room = new GuestsRoom(cluster);
    this.reader = new BookingReader(parties, ordered, room, zone, clock);
    this.changedGuests = new ChangedGuests(ordered, room, lives);
    this.rights = new BookingRights(cluster, pools, access);
    this.zone = zone;
    this.clock = clock;
  }

  ZoneId zone() {
    return zone;
  }

  Instant now() {
    return clock.instant();
  }

  Parties parties() {
    return parties;
  }

  BookingReader reader() {
    return reader;
  }

  /** What a body changes; refuses with everything that is wrong with it. */
  ReservationChanging changing(ObjectNode body, Reservation before, Actor actor) {
    return ReservationChanging.of(body, before, parties, changedGuests, actor, clock.instant());
  }

  /** What the audit calls a reservation. */
  static String target(long id) {
    return "reservation/" + id;
  }

  /** The reservation that the address names. */
  Reservation named(ServerRequest req) {
    var text = Paths.text(req, "id");
    AuditedRequest.of(req).about("reservation/" + text);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound("reservation", text);
    }
    return reservations.find(Long.parseLong(text));
  }

  /** The same; refuses with {@code Forbidden} who may not change it. */
  Reservation steered(ServerRequest req) {
    var reservation = named(req);
    ReservationRights.requireChange(AuditedRequest.of(req).actor(), reservation);
    return reservation;
  }

  /** Reservations by the rules that bind whoever asks. */
  Reservations ruled(ServerRequest req) {
    return reservations.ruled(AuditedRequest.of(req).actor());
  }

  /** The same, where what is refused is asked for again with this body. */
  Reservations ruled(ServerRequest req, ObjectNode body, ReservationRequest asked) {
    if (asked.wanted().guests().isEmpty()) {
      return ruled(req);
    }
    var actor = AuditedRequest.of(req).actor();
    return ruled(req)
        .askedAgain(
            new BookedAgain(
                body,
                asked.later(),
                other -> {
                  var wanted = reader.read(other, actor).wanted();
                  requireBooking(actor, wanted);
                  return wanted;
                }));
  }

  /** The version that the change is meant for, or null for whichever there is. */
  @Nullable Integer version(ServerRequest req, Reservation present) {
    if (!VersionTag.isBound(req)) {
      return null;
    }
    VersionTag.require(
        req, Integer.toString(present.version()), () -> mark(present).sentence(present));
    return present.version();
  }

  private Mark mark(Reservation one) {
    return marks.of(List.of(one.id())).getOrDefault(one.id(), Mark.NONE);
  }

  void requireBooking(Actor actor, NewReservation wanted) {
    rights.requireGuests(wanted.claims());
    rights.requireClaims(actor, wanted.claims(), wanted.details().party().team());
    rights.requireEffects(actor, wanted.claims(), wanted.atStart(), wanted.atEnd());
    if (!wanted.guests().isEmpty()) {
      PoolRoom.require(wanted, pools.all());
    }
  }

  /** Refuses who may not book again what a reservation claims. */
  void requireAgain(Actor actor, Reservation date) {
    rights.requireGuests(date.requests());
    rights.requireClaims(actor, date.requests(), date.details().party().team());
    rights.requireEffects(actor, date.requests(), date.atStart(), date.atEnd());
  }

  /**
   * Refuses who may not book what a change claims anew, or for another team. Whose a reservation is
   * may change everything else of it, also where they could not book it: it was handed over to them
   * with what it claims.
   */
  void requireChange(Actor actor, Reservation before, ReservationChange change) {
    var details = Objects.requireNonNullElse(change.details(), before.details());
    var claims = Objects.requireNonNullElse(change.claims(), before.requests());
    if (change.claims() != null) {
      rights.requireGuests(claims);
    }
    var team = details.party().team();
    var same = Objects.equals(team, before.details().party().team());
    rights.requireClaims(actor, same ? beside(claims, before.requests()) : claims, team);
    if (change.claims() != null || change.atStart() != null || change.atEnd() != null) {
      rights.requireEffects(
          actor,
          claims,
          Objects.requireNonNullElse(change.atStart(), before.atStart()),
          Objects.requireNonNullElse(change.atEnd(), before.atEnd()));
    }
    if (change.guests() != null && before.phase().early()) {
      PoolRoom.require(ChangedGuests.booked(before, change), pools.all());
    }
  }

  private static List<ClaimRequest> beside(List<ClaimRequest> claims, List<ClaimRequest> had) {
    var others = new ArrayList<>(claims);
    had.forEach(others::remove);
    return others;
  }

  /** The others of its series that a word such as {@code later} means too, and they may change. */
  List<Long> others(Actor actor, Reservation one, String scope) {
    var series = one.series();
    if (!Set.of("this", "later", "all").contains(scope)) {
      throw new Refusal.Invalid("scope", "must be this, later or all");
    }
    if (scope.equals("this") || series == null) {
      return List.of();
    }
    return reservations.ofSeries(series.id()).stream()
        .filter(each -> each.id() != one.id() && TO_COME.contains(each.phase()))
        .filter(each -> scope.equals("all") || follows(each, series))
        .filter(each -> ReservationRights.mayChange(actor, each))
        .map(Reservation::id)
        .toList();
  }

  private static boolean follows(Reservation each, Reservation.InSeries one) {
    var its = each.series();
    return its != null && its.occurrence().isAfter(one.occurrence());
  }

  ReservationView view(Reservation reservation, Actor viewer) {
    return views(List.of(reservation), viewer).getFirst();
  }

  /** The same with what of its series could not be booked. */
  ReservationView view(Reservation first, Actor viewer, Series series) {
    return view(first, viewer, SeriesView.of(first, series));
  }

  /** The date of an edit with what became of the others. */
  ReservationView view(Actor viewer, SeriesEdited edited) {
    return view(edited.at(), viewer, SeriesView.of(edited.at(), edited));
  }

  private ReservationView view(Reservation one, Actor viewer, @Nullable SeriesView series) {
    var counts = parts.of(List.of(one.id())).getOrDefault(one.id(), Counts.NONE);
    var approval = approvals.of(List.of(one.id())).get(one.id());
    return ReservationView.of(one, counts, mark(one), viewer, clock.instant(), approval, series);
  }

  List<ReservationView> views(List<Reservation> all, Actor viewer) {
    var ids = all.stream().map(Reservation::id).toList();
    var counts = parts.of(ids);
    var noted = marks.of(ids);
    var approved = approvals.of(ids);
    return all.stream()
        .map(each ->
            ReservationView.of(
                each,
                counts.getOrDefault(each.id(), Counts.NONE),
                noted.getOrDefault(each.id(), Mark.NONE),
                viewer,
                clock.instant(),
                approved.get(each.id()),
                SeriesView.of(each)))
        .toList();
  }

  /** Notes for the audit what it was and is. */
  void noteChange(ServerRequest req, Reservation before, Reservation after) {
    var actor = AuditedRequest.of(req).actor();
    AuditedRequest.of(req).changed(view(before, actor), view(after, actor));
  }

  /** Sends what it is now; a change that waits for an approval is another reservation. */
  void answerChanged(ServerRequest req, ServerResponse res, Reservation before, Reservation after) {
    if (after.id() != before.id()) {
      AuditedRequest.of(req).changed(null, view(after, AuditedRequest.of(req).actor()));
      res.status(ACCEPTED_202)
          .header(HeaderValues.create(HeaderNames.LOCATION, "/api/reservations/" + after.id()));
    } else {
      noteChange(req, before, after);
    }
    answer(req, res, after);
  }

  /** Sends what it is now. */
  void answer(ServerRequest req, ServerResponse res, Reservation reservation) {
    var viewer = AuditedRequest.of(req).actor();
    VersionTag.changed(
        req, res, Integer.toString(reservation.version()), view(reservation, viewer));
  }
}
