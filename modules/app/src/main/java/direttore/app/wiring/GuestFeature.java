package direttore.app.wiring;

import direttore.api.cluster.PlacementRoutes;
import direttore.api.group.GroupRoutes;
import direttore.api.guest.GuestOrderRoutes;
import direttore.api.guest.GuestRoutes;
import direttore.api.guest.MemberOrders;
import direttore.api.guest.SnapshotRoutes;
import direttore.api.guest.VmidRoutes;
import direttore.api.http.ReadingAnswers;
import direttore.api.operation.OverruledReservations;
import direttore.api.operation.RetryRoutes;
import direttore.domain.holding.Access;
import direttore.domain.holding.OwnershipReconciler;
import direttore.domain.operation.Retries;
import direttore.domain.provision.Candidates;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.GuestRetries;
import direttore.domain.provision.Provisioning;
import direttore.domain.provision.Rooms;
import direttore.domain.provision.TemplateCatalog;
import direttore.domain.reservation.life.PartRetries;
import direttore.store.reservation.PgLives;
import java.util.List;
import java.util.stream.Stream;

/** Guests: which there are, what is done with them, and where new ones go. */
final class GuestFeature {
  private GuestFeature() {}

  static Feature of(
      Foundation base,
      AccessParts people,
      Access access,
      OperationParts work,
      Provisioning provisioning,
      OverruledReservations overruled,
      ReadingAnswers readings) {
    var cluster = base.cluster();
    var settings = base.settings();
    var dispatch = work.dispatch();
    var orders = work.orders();
    var guestOrders = new GuestOrders(cluster, dispatch, settings.api().protectedVmids(), access);
    var rooms = new Rooms(cluster, settings.api().overcommit());
    var retries =
        new Retries(
            work.operations(),
            List.of(
                new GuestRetries(
                    work.operations(),
                    cluster,
                    provisioning,
                    guestOrders,
                    dispatch,
                    access,
                    new PartRetries(new PgLives(base.database(), base.safe(), base.clock())))));
    var groups = GroupParts.of(base, base.database(), dispatch);
    var reconciler =
        new OwnershipReconciler(cluster, people.holdings(), work.operations(), base.clock());
    return Feature.of(
            Stream.of(
                new GuestRoutes(cluster, readings).routes(),
                new PlacementRoutes(
                        rooms,
                        new TemplateCatalog(cluster),
                        new Candidates(cluster, provisioning, rooms),
                        readings)
                    .routes(),
                new VmidRoutes(provisioning).routes(),
                new GuestOrderRoutes(cluster, provisioning, guestOrders, orders).routes(),
                new SnapshotRoutes(cluster, guestOrders, orders).routes(),
                new RetryRoutes(retries, orders).routes(),
                new GroupRoutes(
                        groups.groups(),
                        groups.reconciler(),
                        new MemberOrders(cluster, provisioning, guestOrders),
                        overruled)
                    .routes()))
        .doing(OwnerDuties.of(reconciler));
  }
}
