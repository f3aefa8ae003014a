package direttore.app.wiring;

import direttore.api.allocation.AllocationRoutes;
import direttore.domain.agenda.Duty;
import direttore.domain.allocation.Allocating;
import direttore.domain.allocation.AllocationReconciler;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.time.Every;
import direttore.store.Database;
import direttore.store.allocation.PgAllocations;
import direttore.worker.allocation.AllocationFamily;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Addresses that are taken of NetBox, and given back. */
final class AllocationFeature {
  private static final System.Logger LOG = System.getLogger(AllocationFeature.class.getName());
  private static final Every OFTEN = Every.of(Duration.ofSeconds(15)).first(Duration.ofSeconds(5));

  private AllocationFeature() {}

  static Feature of(Foundation base, NetBoxParts netbox, OperationParts work) {
    var allocations = new PgAllocations(base.database(), base.clock());
    var allocating = allocating(base, netbox, work.operations(), work.dispatch());
    var routes =
        new AllocationRoutes(
            allocating, work.operations(), work.news(), base.settings().api().zone());
    var reconciler =
        new AllocationReconciler(allocations, base.cluster(), work.dispatch(), base.clock());
    var feature = Feature.of(Stream.of(routes.routes()));
    return netbox.writes()
        ? feature.doing(List.of(Duty.once("addresses", OFTEN, () -> reconcile(reconciler))))
        : feature;
  }

  /** Takes addresses for people. */
  static Allocating allocating(
      Foundation base, NetBoxParts netbox, IdempotencyKeys keys, Dispatch dispatch) {
    return new Allocating(
        netbox.inventory(base),
        new PgAllocations(base.database(), base.clock()),
        netbox.whyNoWrites(),
        keys,
        dispatch,
        base.clock(),
        UUID::randomUUID);
  }

  private static Optional<String> reconcile(AllocationReconciler reconciler) {
    reconciler
        .reconcile()
        .forEach(each ->
            LOG.log(
                System.Logger.Level.INFO,
                "address {0} of {1} is given back",
                each.address(),
                each.requester()));
    return Optional.empty();
  }

  /** How a worker carries its orders out. */
  static AllocationFamily family(Foundation base, Database database, NetBoxParts netbox) {
    return new AllocationFamily(
        netbox.addresses(), new PgAllocations(database, base.clock()), netbox.inventory(base));
  }
}
