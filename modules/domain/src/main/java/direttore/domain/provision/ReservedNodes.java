package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Place;
import direttore.domain.access.TeamName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.NodeHolders;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.ResourceKind;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps new guests off nodes that somebody else has reserved whole, as long as the reservation
 * holds them; operators may make some all the same.
 */
public final class ReservedNodes {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private final NodeHolders holders;
  private final Clock clock;

  public ReservedNodes(NodeHolders holders, Clock clock) {
    this.holders = holders;
    this.clock = clock;
  }

  /** Notes that somebody else has the node, and until when. */
  void check(
      NodeName node,
      GuestAction.Creation order,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    if (operates(node, order, team, actor)) {
      return;
    }
    var now = clock.instant();
    others(node, actor, now)
        .ifPresent(reservation ->
            obstacles.add(new Refusal.NodeReserved(sentence(node, reservation, actor, now))));
  }

  /** Whose reservation an operator goes over with an order for a new guest. */
  public Optional<Reservation> overruled(GuestOrder order, @Nullable TeamName team, Actor actor) {
    return order.action() instanceof GuestAction.Creation making
            && operates(order.node(), making, team, actor)
        ? others(order.node(), actor, clock.instant())
        : Optional.empty();
  }

  private static boolean operates(
      NodeName node, GuestAction.Creation order, @Nullable TeamName team, Actor actor) {
    return actor.operates(new Place(node, order.tags(), actor.id(), team));
  }

  private Optional<Reservation> others(NodeName node, Actor actor, Instant now) {
    return holders
        .ofWhole(ClusterName.MAIN, node, now)
        .filter(reservation -> !ReservationRights.isOf(actor, reservation));
  }

  private static String sentence(NodeName node, Reservation reservation, Actor actor, Instant now) {
    var zone = reservation.times().zone();
    var details = reservation.details();
    var whose =
        reservation.openTo(actor)
            ? ", by %s (%s)".formatted(details.party().requester(), details.title())
            : "";
    return "%s is reserved whole until %s (%s)%s"
        .formatted(node, MOMENT.format(until(node, reservation, now).atZone(zone)), zone, whose);
  }

  private static Instant until(NodeName node, Reservation reservation, Instant now) {
    return reservation.claims().stream()
        .filter(claim -> claim.holding() && claim.whole() && claim.during().contains(now))
        .filter(claim -> claim.resource().kind() == ResourceKind.NODE)
        .filter(claim -> claim.resource().name().equals(node.value()))
        .map(Claim::during)
        .findFirst()
        .orElse(reservation.holds())
        .to();
  }
}
