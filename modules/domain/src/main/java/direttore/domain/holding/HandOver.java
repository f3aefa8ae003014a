package direttore.domain.holding;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Place;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Birth;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import org.jspecify.annotations.Nullable;

/** Gives guests to other people. */
public final class HandOver {
  private final Cluster cluster;
  private final People people;
  private final Holdings holdings;
  private final Access access;

  public HandOver(Cluster cluster, People people, Holdings holdings, Access access) {
    this.cluster = cluster;
    this.people = people;
    this.holdings = holdings;
    this.access = access;
  }

  /** Who had a guest, if anybody did, and who has it now. */
  public record Given(@Nullable Holding before, Holding after) {}

  /**
   * Gives a guest to somebody, and to a team of both. Refuses with {@code NotFound} where there is
   * no such guest, with {@code Forbidden} where it is not the actor's to give, with {@code Unknown}
   * or {@code Impossible} where it cannot be had by those named, and as {@link Holdings#give}.
   */
  public Given give(Actor actor, VmId vmid, PersonName to, @Nullable TeamName team) {
    var guest = changeable(actor, vmid);
    require(actor, person(to), team, guest);
    var what = Holding.guest(vmid);
    var before = holdings.of(what).orElse(null);
    var size = GuestSize.measured(guest, cluster.detail(guest.ref()));
    return new Given(before, holdings.give(what, to, team, size, actor));
  }

  /**
   * Gives a guest that was taken for gone back to whom it was, on the word of somebody who may
   * change it. Refuses with {@code WrongState} where somebody has it, or it is another guest by
   * now.
   */
  public Holding restore(Actor actor, VmId vmid) {
    var guest = changeable(actor, vmid);
    var what = Holding.guest(vmid);
    holdings
        .of(what)
        .ifPresent(holding -> {
          throw new Refusal.WrongState(
              "guest %s belongs to %s; hand it over instead"
                  .formatted(vmid, holding.owner().name()),
              null);
        });
    var former =
        holdings.formerGuests().stream()
            .filter(f -> f.what().equals(what))
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("former owner of guest", vmid));
    var detail = cluster.detail(guest.ref());
    refuseAnother(former, detail);
    var size = GuestSize.measured(guest, detail);
    return holdings.give(what, former.name(), former.team(), size, actor);
  }

  private Guest changeable(Actor actor, VmId vmid) {
    var guest = cluster.guest(vmid).orElseThrow(() -> new Refusal.NotFound("guest", vmid));
    access.requireChange(actor, guest.ref());
    return guest;
  }

  private Person person(PersonName name) {
    return people
        .find(name)
        .orElseThrow(
            () -> new Refusal.Unknown("person", "owner", "there is nobody called " + name));
  }

  /**
   * Both who gives and who gets must be of the team; and what would lie with somebody who can do
   * nothing with it would only fill their quota.
   */
  static void require(Actor actor, Person to, @Nullable TeamName team, Guest guest) {
    Access.requireTeam(Right.CHANGE_GUESTS, actor, team);
    if (team != null && !actor.changesAll() && !to.teams().contains(team)) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "%s is not a member of team %s and cannot share guests with it."
              .formatted(to.name(), team));
    }
    var place = new Place(guest.ref().node(), guest.tags(), to.id(), team);
    if (to.disabled() || !to.actor(Actor.Via.NONE).mayChange(place)) {
      throw new Refusal.Impossible(
          "owner",
          to.disabled()
              ? "%s is disabled and cannot be given guests".formatted(to.name())
              : "%s may not change guests there and cannot be given this one".formatted(to.name()));
    }
  }

  static void refuseAnother(FormerHolding former, GuestDetail now) {
    var birth = former.birth();
    if (birth != null && birth.likeness(now.birth()) == Birth.Likeness.OTHER) {
      throw new Refusal.WrongState(
          "%s is another guest than the one that %s had; hand it over if they are to have it"
              .formatted(now.ref(), former.name()),
          null);
    }
  }
}
