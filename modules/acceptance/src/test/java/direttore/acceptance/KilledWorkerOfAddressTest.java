package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.Allocations.Wanted;
import direttore.domain.inventory.Address;
import direttore.domain.operation.Operation.State;
import direttore.store.allocation.PgAllocations;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * An address is held at NetBox and given back, and the worker process is killed at each of its
 * requests to NetBox, before its effect or after; another goes on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class KilledWorkerOfAddressTest {
  private static final int PREFIX = 4;

  private final AtomicInteger next = new AtomicInteger(10);
  private NetBoxOfTests netbox;
  private WorkerLab lab;
  private PgAllocations allocations;
  private KilledWorker worker;

  @BeforeAll
  void open(@TempDir Path folder) {
    netbox = new NetBoxOfTests();
    lab = WorkerLab.open(folder, netbox.settings());
    lab.database()
        .client()
        .execute()
        .insert(
            """
            INSERT INTO inventory_object (kind, id, reading, body)
            VALUES ('prefix', 4, 1, '{"prefix": "10.0.0.0/24"}')
            """);
    allocations = new PgAllocations(lab.database(), Clock.systemUTC());
    worker = KilledWorker.of(lab, netbox.simulated().faults());
  }

  @AfterAll
  void close() {
    worker.close();
    lab.close();
    netbox.close();
  }

  @TestFactory
  Stream<DynamicTest> heldOnceWhereverTheWorkerIsKilled() {
    return struck(this::taken, it -> AllocationOrder.hold(it, true), this::assertHeld);
  }

  @TestFactory
  Stream<DynamicTest> givenBackWhereverTheWorkerIsKilled() {
    return struck(
        () -> {
          var taken = taken();
          end(lab.order(AllocationOrder.hold(taken, true)));
          allocations.releasing(taken.id());
          return taken;
        },
        AllocationOrder::release,
        this::assertGivenBack);
  }

  /** At each request of an undisturbed run, and after the effect of those that have one. */
  private Stream<DynamicTest> struck(
      Supplier<Allocation> prepare,
      Function<Allocation, AllocationOrder> order,
      BiConsumer<UUID, String> right) {
    var undisturbed = prepare.get();
    netbox.count();
    var operation = lab.order(order.apply(undisturbed));
    end(operation);
    var requests = netbox.counted();
    right.accept(operation, "undisturbed");
    return IntStream.range(0, 2 * requests.size())
        .filter(point -> point % 2 == 0 || !requests.get(point / 2).equals("GET"))
        .mapToObj(point -> {
          var after = point % 2 == 1;
          var where =
              "request %d of %s, %s its effect"
                  .formatted(point / 2, requests, after ? "after" : "before");
          return DynamicTest.dynamicTest(
              where,
              () -> {
                var allocation = prepare.get();
                var gate = worker.stopAt(point / 2, after);
                var struck = lab.order(order.apply(allocation));
                await().atMost(Limit.NEVER).until(() -> gate.reached() || lab.ended(struck));
                worker.die(gate);
                end(struck);
                right.accept(struck, where);
              });
        });
  }

  private Allocation taken() {
    var now = Instant.now();
    var wanted =
        new Wanted(
            UUID.randomUUID(),
            PREFIX,
            "",
            "tester",
            Optional.empty(),
            now,
            now.plus(Duration.ofHours(1)),
            null);
    var address = Address.parse("10.0.0." + next.getAndIncrement());
    return allocations.take(wanted, List.of(address)).orElseThrow();
  }

  private void end(UUID operation) {
    assertThat(lab.awaitEnd(operation, Limit.NEVER).state()).isEqualTo(State.SUCCEEDED);
  }

  private Allocation allocation(UUID operation) {
    var order = AllocationOrder.of(lab.find(operation));
    return allocations.find(order.allocation()).orElseThrow();
  }

  private void assertHeld(UUID operation, String where) {
    var allocation = allocation(operation);
    assertThat(allocation.state()).as(where).isEqualTo(Allocation.State.HELD);
    assertThat(there(allocation))
        .as(where)
        .singleElement()
        .satisfies(row -> assertThat(row.path("id").asLong()).isEqualTo(allocation.addressId()));
  }

  private void assertGivenBack(UUID operation, String where) {
    var allocation = allocation(operation);
    assertThat(allocation.state()).as(where).isEqualTo(Allocation.State.RELEASED);
    assertThat(there(allocation)).as(where).isEmpty();
  }

  /** What NetBox has of that address, whoever's it is. */
  private List<JsonNode> there(Allocation allocation) {
    return netbox.rows("ipam/ip-addresses/?address=" + allocation.address());
  }
}
