package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Place;
import direttore.domain.access.Right;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.TeamName;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may do with reservations. */
public final class ReservationRights {
  private ReservationRights() {}

  /** Whether it is theirs, or their team's. */
  public static boolean isOf(Actor actor, Reservation reservation) {
    var party = reservation.details().party();
    // Where nobody signs in, everything is everybody's.
    return party.includes(actor)
        || (actor.person().isEmpty() && party.requester().equals(actor.name()));
  }

  /** Whether they may change and end it: whoever has it, and operators of what it claims. */
  public static boolean mayChange(Actor actor, Reservation reservation) {
    if (reservation.kind() == ReservationKind.BLACKOUT) {
      return actor.has(Right.BLACKOUT);
    }
    return operates(actor, reservation) || (actor.has(Right.BOOK) && isOf(actor, reservation));
  }

  /** Refuses with {@code Forbidden} when they may not change it. */
  public static void requireChange(Actor actor, Reservation reservation) {
    if (!mayChange(actor, reservation)) {
      var whose =
          reservation.openTo(actor)
              ? reservation.details().party().requester() + "’s"
              : "somebody else’s";
      throw new Refusal.Forbidden(
          Right.BOOK,
          "Reservation %d is %s: only they, their team and operators may change it."
              .formatted(reservation.id(), whose));
    }
  }

  /** Whether they may say yes or no to it: operators of what it claims, but never of their own. */
  public static boolean mayApprove(Actor actor, Reservation reservation) {
    return reservation.phase() == Phase.REQUESTED && approves(actor, reservation);
  }

  /** Whether it is for them to say yes or no where it has to be approved. */
  private static boolean approves(Actor actor, Reservation reservation) {
    return actor.has(Right.APPROVE)
        && operates(actor, reservation)
        && !isTheirOwn(actor, reservation.details().party());
  }

  private static boolean isTheirOwn(Actor actor, Party party) {
    return party.person() == null
        ? party.requester().equals(actor.name())
        : party.person().equals(actor.id());
  }

  /** Refuses with {@code Forbidden} when they may not say yes or no to it. */
  public static void requireApproval(Actor actor, Reservation reservation) {
    if (!mayApprove(actor, reservation) && reservation.phase() == Phase.REQUESTED) {
      throw new Refusal.Forbidden(
          isTheirOwn(actor, reservation.details().party()) ? null : Right.APPROVE,
          isTheirOwn(actor, reservation.details().party())
              ? "Reservation %d is yours: somebody else has to approve it."
                  .formatted(reservation.id())
              : "Operators of what reservation %d claims may approve it."
                  .formatted(reservation.id()));
    }
  }

  /**
   * Refuses with {@code WrongState} those who may not approve it to give it another team, by whose
   * rules it had to be approved.
   */
  public static void requireTeamKept(Actor actor, Reservation reservation) {
    if (!approves(actor, reservation)) {
      throw new Refusal.WrongState(
          "reservation %d %s: only somebody who may approve it can give it another team"
              .formatted(
                  reservation.id(),
                  reservation.phase() == Phase.REQUESTED
                      ? "waits for an approval"
                      : "was approved"),
          "team");
    }
  }

  /** Whether they are an operator of all that it claims, or of whoever has it. */
  public static boolean operates(Actor actor, Reservation reservation) {
    var team = reservation.details().party().team();
    return actor.changesAll()
        || actor.grants().stream().anyMatch(grant -> operatesFor(grant, team))
        || operatesPlaces(actor, reservation);
  }

  /** What is on no node alone, such as a device, is that of operators of the whole lab. */
  private static boolean operatesPlaces(Actor actor, Reservation reservation) {
    var team = reservation.details().party().team();
    var places = places(reservation);
    return !places.isEmpty()
        && places.stream()
            .allMatch(place ->
                place
                    .map(node -> new Place(node, List.of(), null, team))
                    .filter(actor::operates)
                    .isPresent());
  }

  private static boolean operatesFor(Grant grant, @Nullable TeamName team) {
    return grant.role().covers(Role.OPERATOR)
        && grant.scope() instanceof Scope.OfTeam(var theirs)
        && theirs.equals(team);
  }

  /** The node of each thing that it claims, none where it is on no node alone. */
  private static Set<Optional<NodeName>> places(Reservation reservation) {
    var claimed =
        reservation.claims().stream()
            .map(Claim::resource)
            // How much somebody may have is no place.
            .filter(resource -> !resource.kind().limit())
            .map(resource -> Optional.ofNullable(resource.node()).map(NodeName::new));
    var said = Optional.ofNullable(reservation.details().where().node());
    return Stream.concat(claimed, said.stream().map(Optional::of)).collect(Collectors.toSet());
  }
}
