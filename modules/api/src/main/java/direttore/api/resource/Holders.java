package direttore.api.resource;

import direttore.domain.access.Actor;
import direttore.domain.guest.VmId;
import direttore.domain.reservation.InventoryLinks;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Resources.Occupancy;
import direttore.domain.reservation.Resources.Use;
import direttore.domain.reservation.life.MadeGuests;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who has which resource now, until when, and who comes next. */
public final class Holders {
  private static final Duration AHEAD = Duration.ofDays(31);
  private final Resources resources;
  private final InventoryLinks links;
  private final MadeGuests made;
  private final ZoneId zone;
  private final Clock clock;

  public Holders(
      Resources resources, InventoryLinks links, MadeGuests made, ZoneId zone, Clock clock) {
    this.resources = resources;
    this.links = links;
    this.made = made;
    this.zone = zone;
    this.clock = clock;
  }

  /** How it stands with these at this moment, for whoever looks. */
  List<ResourceView> views(List<Resource> shown, Actor viewer) {
    var now = clock.instant();
    var ids = shown.stream().map(Resource::id).toList();
    var occupied = resources.occupancies(ids, now, AHEAD);
    var inventory = links.of(ids);
    var guests = shown.stream().anyMatch(each -> each.kind() == ResourceKind.GUEST);
    // Guests that were made for reservations are wholly theirs.
    var theirs = guests ? made.at(now) : Map.<VmId, Use>of();
    return shown.stream()
        .map(each ->
            view(each, occupied.getOrDefault(each.id(), Occupancy.FREE), theirs, viewer)
                .standingIn(inventory.get(each.id())))
        .toList();
  }

  private ResourceView view(
      Resource resource, Occupancy occupancy, Map<VmId, Use> theirs, Actor viewer) {
    var owner =
        resource.kind() == ResourceKind.GUEST ? theirs.get(VmId.parse(resource.name())) : null;
    var now = Stream.concat(Stream.ofNullable(owner), occupancy.now().stream());
    var next = occupancy.next();
    return ResourceView.of(
        resource,
        now.map(use -> UseView.of(use, viewer, zone)).toList(),
        next == null ? null : UseView.of(next, viewer, zone),
        zone);
  }
}
