package direttore.app.wiring;

import direttore.api.access.Identity;
import direttore.api.calendar.CalendarRoutes;
import direttore.api.guest.ReservedGuests;
import direttore.api.policy.PolicyRoutes;
import direttore.api.pool.PoolRoutes;
import direttore.api.reservation.ApprovalRoutes;
import direttore.api.reservation.AvailabilityRoutes;
import direttore.api.reservation.BlackoutRoutes;
import direttore.api.reservation.BookingDesk;
import direttore.api.reservation.HistoryRoutes;
import direttore.api.reservation.PartRoutes;
import direttore.api.reservation.ReservationActRoutes;
import direttore.api.reservation.ReservationRoutes;
import direttore.api.reservation.SeriesRoutes;
import direttore.api.reservation.WaitingRoutes;
import direttore.api.resource.Holders;
import direttore.api.resource.ResourceRoutes;
import direttore.calendar.feed.ReservationFeeds;
import direttore.domain.agenda.Duty;
import direttore.domain.allocation.GivenPrefixes;
import direttore.domain.guest.Guest;
import direttore.domain.node.ClusterName;
import direttore.domain.provision.Provisioning;
import direttore.domain.reservation.InventoryResources;
import direttore.domain.reservation.NodeResources;
import direttore.domain.reservation.StorageResources;
import direttore.domain.reservation.ZoneDuty;
import direttore.domain.reservation.recurrence.ZoneData;
import direttore.domain.time.Every;
import direttore.store.calendar.PgCalendarFeeds;
import direttore.store.reservation.Consequences;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.NoticeConsequences;
import direttore.store.reservation.PgApprovals;
import direttore.store.reservation.PgAvailability;
import direttore.store.reservation.PgBlackouts;
import direttore.store.reservation.PgHistory;
import direttore.store.reservation.PgInventoryLinks;
import direttore.store.reservation.PgLives;
import direttore.store.reservation.PgMadeGuests;
import direttore.store.reservation.PgMarks;
import direttore.store.reservation.PgPartCounts;
import direttore.store.reservation.PgPartTimes;
import direttore.store.reservation.PgPolicies;
import direttore.store.reservation.PgPools;
import direttore.store.reservation.PgReservations;
import direttore.store.reservation.PgResourceChanges;
import direttore.store.reservation.PgResources;
import direttore.store.reservation.PgStorages;
import direttore.store.reservation.PgWaiting;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reservations: who uses what, when, and what can be reserved. */
final class ReservationFeature {
  private static final int CONNECTIONS = 6;
  private static final Every OFTEN = Every.of(Duration.ofSeconds(30)).first(Duration.ZERO);

  private static final Every HOURLY = Every.of(Duration.ofHours(1)).first(Duration.ZERO);

  private ReservationFeature() {}

  static Feature of(
      Foundation base, NetBoxParts netbox, Identity identity, Provisioning provisioning) {
    var clock = base.clock();
    var zone = base.settings().api().zone();
    var database = base.beside("reservations", CONNECTIONS);
    var consequences =
        Consequences.all(
            new LifeConsequences(
                base.safe(),
                vmid -> base.cluster().guest(vmid).map(Guest::ref),
                clock,
                UUID::randomUUID),
            new NoticeConsequences());
    var reservations =
        new PgReservations(database, base.safe(), clock, UUID::randomUUID, consequences);
    var resources = new PgResources(database);
    var changes =
        new PgResourceChanges(database, base.safe(), clock, UUID::randomUUID, consequences);
    var approvals = new PgApprovals(database, clock, consequences);
    var pools = new PgPools(database);
    var lives = new PgLives(database, base.safe(), clock);
    var desk =
        new BookingDesk(
            reservations,
            new PgPartCounts(database),
            new PgMarks(database),
            approvals,
            pools,
            new ReservedGuests(
                base.cluster(),
                provisioning,
                new GivenPrefixes(netbox.inventory(base), netbox.whyNoWrites())),
            lives,
            identity.people(),
            base.cluster(),
            identity.access(),
            zone,
            clock);
    var series = new SeriesRoutes(reservations.edits(), desk);
    var waiting = new PgWaiting(database, base.safe(), clock, UUID::randomUUID, consequences);
    var calendar = new ReservationFeeds(reservations::page, reservations::series, clock);
    var feeds = new PgCalendarFeeds(database, UUID::randomUUID);
    var nodes = new NodeResources(base.cluster(), resources, base.settings().api().overcommit());
    var storages = new StorageResources(base.cluster(), new PgStorages(database));
    var links = new PgInventoryLinks(database, netbox.source());
    return Feature.of(
            Stream.of(
                new ReservationRoutes(reservations, desk, series, waiting).routes(),
                series.routes(),
                new ReservationActRoutes(reservations, desk).routes(),
                new ApprovalRoutes(reservations, approvals, desk).routes(),
                new PolicyRoutes(new PgPolicies(database), identity.people()).routes(),
                new WaitingRoutes(waiting, desk).routes(),
                new BlackoutRoutes(
                        reservations,
                        new PgBlackouts(
                            database, base.safe(), clock, UUID::randomUUID, consequences),
                        desk)
                    .routes(),
                new CalendarRoutes(feeds, calendar, identity.people(), clock).routes(),
                new PartRoutes(lives, new PgPartTimes(database), desk).routes(),
                new HistoryRoutes(new PgHistory(database), desk).routes(),
                new PoolRoutes(pools, base.cluster()).routes(),
                new AvailabilityRoutes(new PgAvailability(database), zone, clock).routes(),
                new ResourceRoutes(
                        resources,
                        changes,
                        new Holders(resources, links, new PgMadeGuests(database), zone, clock),
                        ClusterName.MAIN,
                        zone,
                        clock)
                    .routes()))
        .doing(
            Stream.concat(
                    following(netbox, new InventoryResources(links, changes)),
                    Stream.of(
                        Duty.once("resources", OFTEN, nodes::keep),
                        Duty.once("storages", OFTEN, storages::keep),
                        Duty.once(
                            "out-of-service",
                            HOURLY,
                            () -> {
                              changes.lookAhead();
                              return Optional.empty();
                            }),
                        Duty.once(
                            "clocks",
                            HOURLY,
                            new ZoneDuty(reservations.anchors(), ZoneData.ofJvm())::run)))
                .toList());
  }

  /** Without an inventory, resources that were in one stay as they were. */
  private static Stream<Duty> following(NetBoxParts netbox, InventoryResources resources) {
    return netbox
        .client()
        .map(client -> Duty.once("inventory-resources", OFTEN, resources::keep))
        .stream();
  }
}
