package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.api.http.Json;
import direttore.api.reservation.GuestsFields.Asked;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The guests that a change has a reservation bring instead. */
final class ChangedGuests {
  private final GuestsFields guests;
  private final GuestsRoom room;
  private final Lives lives;

  ChangedGuests(GuestsFields guests, GuestsRoom room, Lives lives) {
    this.guests = guests;
    this.room = room;
    this.lives = lives;
  }

  /**
   * Those of the body, null where it says nothing of them; what is wrong with them is noted.
   *
   * @param usual the node of those that name none, or null
   */
  @Nullable List<Asked> read(
      Fields fields, ObjectNode body, Reservation before, GuestsFields.@Nullable Usual usual) {
    if (!body.hasNonNull("guests")) {
      fields.leave("guests");
      return null;
    }
    return guests.read(fields, body, usual, new Present(before, parts(before)));
  }

  private Map<String, Part> parts(Reservation before) {
    return lives.find(before.id()).parts().stream()
        .filter(Part::made)
        .collect(Collectors.toMap(Part::name, Function.identity()));
  }

  /** Whether they are what there is. */
  static boolean same(Reservation before, List<Asked> asked) {
    var there = before.guests();
    return asked.size() == there.size()
        && IntStream.range(0, asked.size())
            .allMatch(
                i -> !asked.get(i).same().isEmpty() && same(asked.get(i).wanted(), there.get(i)));
  }

  private static boolean same(GuestsWanted one, GuestsWanted other) {
    return one.difference(other).isEmpty()
        && Objects.equals(one.atEnd(), other.atEnd())
        && one.ready().equals(other.ready());
  }

  /**
   * The change with them; refuses what may not be, or is in the way of them now.
   *
   * @param claims what the body claims, or null where it says nothing of that
   */
  ReservationChange in(
      ReservationChange change,
      Reservation before,
      List<Asked> asked,
      @Nullable List<ClaimRequest> claims,
      Actor actor,
      Instant now) {
    var only = change.withGuests(asked.stream().map(Asked::wanted).toList());
    Changing.requireGuests(before, only);
    var wanted = asked.stream().map(each -> each.checked(actor)).toList();
    var changed = change.withGuests(wanted);
    return before.phase().early()
        ? claiming(usual(changed, before, now), before, wanted, claims)
        : changed;
  }

  /** What is not said of the first guests is as when they are booked. */
  private static ReservationChange usual(
      ReservationChange change, Reservation before, Instant now) {
    var guests = Objects.requireNonNull(change.guests());
    if (!before.guests().isEmpty() || guests.isEmpty()) {
      return change.atEnd() == null && guests.isEmpty() && before.atEnd().destroys()
          ? change.withAtEnd(AtEnd.NOTHING)
          : change;
    }
    var unsaid = change.atEnd() == null && before.atEnd().equals(AtEnd.NOTHING);
    var ending = unsaid ? change.withAtEnd(AtEnd.DESTROY) : change;
    var atEnd = Objects.requireNonNullElse(ending.atEnd(), before.atEnd());
    var count = guests.stream().mapToInt(GuestsWanted::count).sum();
    var destroys = guests.stream().anyMatch(each -> each.end(atEnd).destroys());
    var times = Objects.requireNonNullElse(change.times(), before.times());
    return change.margins() == null && before.margins().equals(Margins.NONE)
        ? ending.withMargins(
            UsualMargins.of(count, destroys, Duration.between(now, times.window().from())))
        : ending;
  }

  private ReservationChange claiming(
      ReservationChange change,
      Reservation before,
      List<GuestsWanted> wanted,
      @Nullable List<ClaimRequest> claims) {
    var had = before.requests().stream().filter(each -> !each.kind().limit()).toList();
    var taking = GuestsRoom.orders(wanted);
    var follows =
        claims == null
            ? room.beside(others(change, before, had), taking, "guests")
            : room.beside(claims, taking, null);
    // What stays is not chosen anew only for standing elsewhere in the list.
    var same = follows.size() == had.size() && Set.copyOf(follows).equals(Set.copyOf(had));
    return same ? change : change.withClaims(follows);
  }

  /** As what a change of guests would be booked. */
  static NewReservation booked(Reservation before, ReservationChange change) {
    return new NewReservation(
        before.kind(),
        Objects.requireNonNullElse(change.details(), before.details()),
        Objects.requireNonNullElse(change.times(), before.times()),
        Objects.requireNonNullElse(change.margins(), before.margins()),
        Phase.BOOKED,
        Objects.requireNonNullElse(change.atStart(), before.atStart()),
        Objects.requireNonNullElse(change.atEnd(), before.atEnd()),
        Objects.requireNonNullElse(change.claims(), before.requests()),
        Objects.requireNonNullElse(change.guests(), before.guests()));
  }

  /** What it claims beside what its guests take, or took. */
  private List<ClaimRequest> others(
      ReservationChange change, Reservation before, List<ClaimRequest> had) {
    var orders = parts(before).values().stream().map(ChangedGuests::order).toList();
    return room.without(Objects.requireNonNullElse(change.claims(), had), orders);
  }

  private static NewPart order(Part part) {
    return new NewPart(part.name(), Objects.requireNonNull(part.making()), GuestSecrets.NONE);
  }

  /** What the reservation brings as yet. */
  private record Present(Reservation before, Map<String, Part> parts)
      implements GuestsFields.Known {
    @Override
    public String request(ObjectNode open) {
      return before.guests().stream()
          .map(GuestsWanted::request)
          .filter(request -> Json.tree(request).equals(open))
          .findFirst()
          .orElseGet(() -> Json.text(open));
    }

    @Override
    public List<NewPart> orders(GuestsWanted wanted, NodeName node) {
      var there =
          before.guests().stream().anyMatch(each -> each.difference(wanted).isEmpty())
              ? wanted.names().stream()
                  .map(parts::get)
                  .filter(Objects::nonNull)
                  .filter(part -> Objects.requireNonNull(part.making()).order().node().equals(node))
                  .map(ChangedGuests::order)
                  .toList()
              : List.<NewPart>of();
      return there.size() == wanted.count() ? there : List.of();
    }
  }
}
