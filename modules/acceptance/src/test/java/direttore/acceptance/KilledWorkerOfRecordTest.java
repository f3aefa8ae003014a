package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.RecordOrder;
import direttore.store.record.PgGuestRecords;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
 * A guest is recorded at NetBox and removed from it, and the worker process is killed at each
 * request that writes there, after its effect or, by turns, before; another goes on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class KilledWorkerOfRecordTest {

  private NetBoxOfTests netbox;
  private WorkerLab lab;
  private PgGuestRecords records;
  private KilledWorker worker;

  @BeforeAll
  void open(@TempDir Path folder) {
    netbox = new NetBoxOfTests();
    lab = WorkerLab.open(folder, netbox.settings());
    records = new PgGuestRecords(lab.database(), Clock.systemUTC());
    worker = KilledWorker.of(lab, netbox.simulated().faults());
  }

  @AfterAll
  void close() {
    worker.close();
    lab.close();
    netbox.close();
  }

  @TestFactory
  Stream<DynamicTest> recordedOnceWhereverTheWorkerIsKilled() {
    return struck(this::wanted, RecordOrder::write, this::assertRecorded);
  }

  @TestFactory
  Stream<DynamicTest> removedWhereverTheWorkerIsKilled() {
    return struck(
        () -> {
          var wanted = wanted();
          end(lab.order(RecordOrder.write(wanted)));
          records.removing(wanted.id());
          return wanted;
        },
        RecordOrder::remove,
        id -> {
          assertThat(record(id).state()).isEqualTo(GuestRecord.State.REMOVED);
          assertThat(machines(id)).isEmpty();
        });
  }

  private Stream<DynamicTest> struck(
      Supplier<GuestRecord> prepare,
      Function<GuestRecord, RecordOrder> order,
      Consumer<UUID> right) {
    // The first one makes the tag and the cluster too.
    end(lab.order(RecordOrder.write(wanted())));
    var undisturbed = prepare.get();
    netbox.count();
    end(lab.order(order.apply(undisturbed)));
    var requests = netbox.counted();
    right.accept(undisturbed.id());
    var writes =
        IntStream.range(0, requests.size()).filter(i -> !requests.get(i).equals("GET")).boxed();
    return writes.flatMap(request ->
        (request % 2 == 0 ? Stream.of(true, false) : Stream.of(true))
            .map(after -> {
              var where =
                  "request %d of %s, %s its effect"
                      .formatted(request, requests, after ? "after" : "before");
              return DynamicTest.dynamicTest(
                  where, () -> strike(request, after, prepare.get(), order, right));
            }));
  }

  private void strike(
      int request,
      boolean after,
      GuestRecord record,
      Function<GuestRecord, RecordOrder> order,
      Consumer<UUID> right) {
    var gate = worker.stopAt(request, after);
    var struck = lab.order(order.apply(record));
    await().atMost(Limit.NEVER).until(() -> gate.reached() || lab.ended(struck));
    worker.die(gate);
    end(struck);
    right.accept(record.id());
  }

  private void end(UUID operation) {
    assertThat(lab.awaitEnd(operation, Limit.NEVER).state()).isEqualTo(Operation.State.SUCCEEDED);
  }

  private GuestRecord wanted() {
    var guest = new GuestRef(GuestKind.QEMU, WorkerLab.NODE, lab.nextVmid());
    var number = guest.vmid().value();
    var mac = "BC:24:11:00:%02X:%02X".formatted(number >> 8 & 0xFF, number & 0xFF);
    var facts =
        new GuestFacts(
            "lab",
            "web-" + number,
            "qemu",
            number,
            true,
            1,
            512,
            0,
            "ada",
            null,
            null,
            List.of(new GuestFacts.Nic(0, "net0", mac, "vmbr0", null)),
            List.of());
    var birth = new Birth(null, null, Set.of(mac));
    var begun =
        new GuestRecord(
            UUID.randomUUID(),
            guest,
            GuestRecord.State.RECORDING,
            "ada",
            null,
            null,
            null,
            birth,
            Instant.now(),
            null);
    records.add(begun);
    records.want(begun.id(), facts, guest, birth);
    return record(begun.id());
  }

  private GuestRecord record(UUID id) {
    return records.find(id).orElseThrow();
  }

  private void assertRecorded(UUID id) {
    var record = record(id);
    assertThat(record.state()).isEqualTo(GuestRecord.State.RECORDED);
    assertThat(record.written()).isEqualTo(record.wanted());
    assertThat(machines(id))
        .singleElement()
        .satisfies(machine -> assertThat(machine.path("id").asLong()).isEqualTo(record.machine()));
    var interfaces =
        netbox.rows("virtualization/interfaces/?virtual_machine_id=" + record.machine());
    assertThat(interfaces)
        .singleElement()
        .satisfies(nic -> assertThat(nic.path("mac_address").asText()).startsWith("BC:24:11"));
    assertThat(netbox.rows("dcim/mac-addresses/?virtual_machine_id=" + record.machine()))
        .hasSize(1);
  }

  private List<JsonNode> machines(UUID record) {
    return netbox.rows("virtualization/virtual-machines/?description__ic=" + record);
  }
}
