package direttore.api.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChanges.Changed;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be reserved, in answers.
 *
 * @param cores null where only the whole can be reserved, likewise memory and disk
 * @param guests virtual machines and containers together, of what somebody may have
 * @param standing what of it is in use outside reservations
 * @param node where it is, of a pool and of a storage that only one node has
 * @param byHand whether an operator entered it
 * @param inventory what it is in NetBox, or null
 * @param outOfService why it is out of service, or null
 * @param now what is claimed of it now
 * @param next what comes next, or null
 * @param reservations what became of those who have it, where it was taken out of service just now
 *     or for longer; else null
 */
record ResourceView(
    int id,
    String kind,
    String name,
    List<String> tags,
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    @Nullable Integer guests,
    InUseView standing,
    @Nullable String node,
    double coresFactor,
    double memoryFactor,
    boolean byHand,
    @Nullable InventoryLinkView inventory,
    @Nullable String outOfService,
    @Nullable OffsetDateTime expectedBack,
    List<UseView> now,
    @Nullable UseView next,
    @JsonInclude(Include.NON_NULL) @Nullable ReservationsView reservations) {
  static ResourceView of(
      Resource resource, List<UseView> now, @Nullable UseView next, ZoneId zone) {
    return of(resource, resource.standing(), now, next, zone);
  }

  private static ResourceView of(
      Resource resource, Amount standing, List<UseView> now, @Nullable UseView next, ZoneId zone) {
    var capacity = resource.capacity();
    return new ResourceView(
        resource.id(),
        resource.kind().wire(),
        resource.name(),
        List.copyOf(resource.tags()),
        capacity.cores(),
        capacity.memory(),
        capacity.disk(),
        capacity.vms(),
        capacity.lxc(),
        capacity.guests(),
        InUseView.of(standing),
        resource.node(),
        capacity.coresFactor(),
        capacity.memoryFactor(),
        resource.kind().entered(),
        null,
        resource.outOfService(),
        Optional.ofNullable(resource.expectedBack())
            .map(back -> back.atZone(zone).toOffsetDateTime())
            .orElse(null),
        now,
        next,
        null);
  }

  /** The same with what became of those who have it. */
  ResourceView with(Changed changed) {
    var none = changed.healed().isEmpty() && changed.told().isEmpty();
    return none
        ? this
        : with(inventory, new ReservationsView(changed.healed().size(), changed.told().size()));
  }

  /** The same as it stands in the inventory; null for what does not. */
  ResourceView standingIn(@Nullable InventoryLink link) {
    return link == null ? this : with(InventoryLinkView.of(link), reservations);
  }

  private ResourceView with(@Nullable InventoryLinkView link, @Nullable ReservationsView became) {
    return new ResourceView(
        id,
        kind,
        name,
        tags,
        cores,
        memory,
        disk,
        vms,
        lxc,
        guests,
        standing,
        node,
        coresFactor,
        memoryFactor,
        byHand && link == null,
        link,
        outOfService,
        expectedBack,
        now,
        next,
        became);
  }

  /**
   * What became of those who have it.
   *
   * @param healed how many have another one now
   * @param told how many owners were told that it is out of service
   */
  record ReservationsView(int healed, int told) {}

  /** What operators set, without who has it and what is in use. */
  static ResourceView bare(Resource resource, ZoneId zone) {
    return of(resource, Amount.NONE, List.of(), null, zone);
  }

  /**
   * What of it is in use outside reservations.
   *
   * @param guests virtual machines and containers together
   */
  record InUseView(int cores, long memory, long disk, int guests) {
    static InUseView of(Amount standing) {
      return new InUseView(
          standing.cores(), standing.memory(), standing.disk(), standing.vms() + standing.lxc());
    }
  }
}
