package direttore.domain.holding;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Place;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Birth;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what somebody may do with which guest. */
public final class Access {
  private final Cluster cluster;
  private final Holdings holdings;

  public Access(Cluster cluster, Holdings holdings) {
    this.cluster = cluster;
    this.holdings = holdings;
  }

  /** Refuses with {@code Forbidden} when the guest is not theirs to change. */
  public void requireChange(Actor actor, GuestRef guest) {
    if (!mayChange(actor, guest)) {
      throw new Refusal.Forbidden(Right.CHANGE_GUESTS, actor.whyNot(Right.CHANGE_GUESTS));
    }
  }

  /**
   * Refuses with {@code Forbidden} when the guest is theirs to change only because it was given to
   * them, and what has its VMID now is not proven to be that guest.
   */
  public void requireSame(Actor actor, GuestDetail detail) {
    var guest = detail.ref();
    if (actor.changesAll() || actor.mayChange(new Place(guest.node(), tags(guest), null, null))) {
      return;
    }
    var birth = holdings.of(Holding.guest(guest.vmid())).map(Holding::birth);
    if (birth.isPresent() && detail.birth().likeness(birth.get()) != Birth.Likeness.SAME) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "%s is not the guest that was given to you: another has got its VMID since. If it is yours all the same, ask an operator to hand it over to you."
              .formatted(guest));
    }
  }

  private List<String> tags(GuestRef guest) {
    return cluster.guest(guest.vmid()).map(Guest::tags).orElse(List.of());
  }

  /** Whether the guest is theirs to change. */
  public boolean mayChange(Actor actor, GuestRef guest) {
    return actor.changesAll() || actor.mayChange(place(guest));
  }

  /**
   * Refuses with {@code Forbidden} when no guest may be made there.
   *
   * @param tags the tags of the new guest
   * @param team the team that shall have it too, one of theirs, or null
   */
  public void requireMake(Actor actor, NodeName node, List<String> tags, @Nullable TeamName team) {
    requireTeam(Right.MAKE_GUESTS, actor, team);
    if (!actor.mayMake(new Place(node, tags, actor.id(), team))) {
      throw new Refusal.Forbidden(Right.MAKE_GUESTS, actor.whyNot(Right.MAKE_GUESTS));
    }
  }

  static void requireTeam(Right right, Actor actor, @Nullable TeamName team) {
    if (team != null && !actor.changesAll() && !actor.teams().contains(team)) {
      throw new Refusal.Forbidden(
          right, "You are not of team %s, so you cannot give it guests.".formatted(team));
    }
  }

  /**
   * Refuses with {@code Forbidden} when the guest may not be copied by them: a copy shows all that
   * the guest holds, so that it takes as much as changing it. Templates are there for everybody.
   */
  public void requireCopy(Actor actor, GuestDetail source) {
    if (!source.template() && !mayChange(actor, source.ref())) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "You may not copy guest %s: it is no template. %s"
              .formatted(source.ref().vmid(), actor.whyNot(Right.CHANGE_GUESTS)));
    }
  }

  /** Refuses with {@code Forbidden} when neither the operation nor its guest is theirs. */
  public void requireSteer(Actor actor, Operation operation) {
    if (operation.requestedBy().equals(actor.name())) {
      return;
    }
    if (operation.order() instanceof GuestOrder order) {
      requireChange(actor, order.guest());
    } else if (!actor.changesAll()) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "Operation %s is %s's.".formatted(operation.id(), operation.requestedBy()));
    }
  }

  /** Those of the guests that are theirs to change. */
  public List<Guest> changeable(Actor actor, List<Guest> guests) {
    var all = new HashMap<VmId, Owner>();
    holdings.ownerships().forEach(each -> all.put(each.vmid(), each.owner()));
    return guests.stream()
        .filter(g ->
            actor.mayChange(place(g.ref(), g.tags(), Optional.ofNullable(all.get(g.ref().vmid())))))
        .toList();
  }

  private Place place(GuestRef guest) {
    return place(guest, tags(guest), holdings.of(Holding.guest(guest.vmid())).map(Holding::owner));
  }

  private static Place place(GuestRef guest, List<String> tags, Optional<Owner> owner) {
    return new Place(
        guest.node(),
        tags,
        owner.map(Owner::person).orElse(null),
        owner.map(Owner::team).orElse(null));
  }
}
