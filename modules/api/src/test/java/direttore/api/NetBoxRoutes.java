package direttore.api;

import direttore.api.allocation.AllocationRoutes;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.Route;
import direttore.api.inventory.Copy;
import direttore.api.inventory.HeldRoutes;
import direttore.api.inventory.InventoryRoutes;
import direttore.api.inventory.NetBoxPlace;
import direttore.api.operation.OperationNews;
import direttore.api.operation.Orders;
import direttore.api.record.RecordRoutes;
import direttore.domain.allocation.Allocating;
import direttore.domain.allocation.Allocations;
import direttore.domain.cluster.Cluster;
import direttore.domain.holding.Access;
import direttore.domain.holding.Holdings;
import direttore.domain.inventory.Inventory;
import direttore.domain.operation.Dispatch;
import direttore.domain.record.DriftFinder;
import direttore.domain.record.GuestRecords;
import direttore.domain.record.Recorder;
import direttore.domain.record.Recording;
import direttore.domain.reservation.InventoryHolders;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the API has of NetBox, where nothing was taken of it and nothing is written to it. */
record NetBoxRoutes(
    Inventory inventory,
    Cluster cluster,
    Holdings holdings,
    FakeOperations operations,
    Dispatch dispatch,
    OperationNews news,
    Orders orders,
    Clock clock,
    InventoryHolders holders) {
  private static final Optional<String> NO_WRITES = Optional.of("Nothing is written to NetBox.");

  List<Route> routes() {
    var place = new NetBoxPlace(URI.create("https://netbox.example"), false, true);
    var allocations = without(Allocations.class);
    var records = without(GuestRecords.class);
    var allocating =
        new Allocating(
            inventory, allocations, NO_WRITES, operations, dispatch, clock, UUID::randomUUID);
    var terms = new Recorder.RecordTerms(Optional.empty(), guest -> Optional.empty());
    var recorder = new Recorder(records, allocations, cluster, holdings, dispatch, terms);
    var recording =
        new Recording(
            records,
            recorder,
            cluster,
            new Access(cluster, holdings),
            NO_WRITES,
            clock,
            UUID::randomUUID);
    return Stream.of(
            new InventoryRoutes(inventory, place, new ReadingAnswers(clock)).routes(),
            new HeldRoutes(inventory, holders, allocations, ZoneId.of("Europe/Rome"), clock)
                .routes(),
            new AllocationRoutes(allocating, operations, news, ZoneId.of("Europe/Rome")).routes(),
            new RecordRoutes(
                    recording,
                    new DriftFinder(inventory, cluster, records, Optional.empty()),
                    new Copy(inventory, place, new ReadingAnswers(clock)),
                    orders)
                .routes())
        .flatMap(List::stream)
        .toList();
  }

  /** One in which there is nothing. */
  private static <T> T without(Class<T> store) {
    return store.cast(
        Proxy.newProxyInstance(
            store.getClassLoader(),
            new Class<?>[] {store},
            (proxy, method, arguments) -> {
              if (method.getReturnType() == Optional.class) {
                return Optional.empty();
              }
              if (method.getReturnType() == List.class) {
                return List.of();
              }
              if (method.getReturnType() == Map.class) {
                return Map.of();
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
