package direttore.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeCluster;
import direttore.api.FakeInventory;
import direttore.api.FakeOperations;
import direttore.domain.allocation.Allocations;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
import direttore.domain.guest.VmId;
import direttore.domain.holding.GuestOrigins;
import direttore.domain.holding.Holdings;
import direttore.domain.inventory.CopyState;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Subject;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.GuestRecord.State;
import direttore.domain.record.GuestRecords;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordReconciler;
import direttore.domain.record.Recorder;
import direttore.testkit.InMemoryOperations;
import direttore.testkit.NoQueue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a guest is recorded, when its record is removed, and when neither is certain. */
class RecordReconcilerTest {
  private static final UUID ID = UUID.fromString("0198c0de-5b1c-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0198c0de-5b1c-7000-8000-000000000002");
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(104));

  private final FakeCluster cluster = new FakeCluster();
  private final FakeInventory inventory = new FakeInventory();
  private final InMemoryOperations operations = new InMemoryOperations();
  private GuestRecord record = record(State.RECORDING, null, null);

  private static GuestRecord record(
      State state, @Nullable GuestFacts written, @Nullable Birth birth) {
    return new GuestRecord(
        ID, GUEST, state, "ada", written, written, null, birth, FakeOperations.NOW, null);
  }

  private Object stored(String method, Object[] arguments) {
    return switch (method) {
      case "due" -> List.of(record);
      case "find" -> Optional.of(record);
      case "glances" -> List.of();
      case "removing" -> true;
      case "want" -> {
        var facts = (GuestFacts) arguments[1];
        record =
            new GuestRecord(
                ID,
                GUEST,
                record.state(),
                "ada",
                facts,
                record.written(),
                null,
                (Birth) arguments[3],
                FakeOperations.NOW,
                null);
        yield false;
      }
      default -> false;
    };
  }

  private <T> T store(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Optional<RecordOrder> reconciled() {
    cluster.publish();
    var records =
        store(
            GuestRecords.class,
            (proxy, method, arguments) -> {
              var answer = stored(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answer;
            });
    var allocations = store(Allocations.class, (proxy, method, arguments) -> List.of());
    var dispatch = new Dispatch(operations, new NoQueue());
    var recorder =
        new Recorder(
            records,
            allocations,
            cluster,
            store(Holdings.class, (proxy, method, arguments) -> Optional.empty()),
            dispatch,
            new Recorder.RecordTerms(Optional.of("lab"), guest -> Optional.empty()));
    new RecordReconciler(
            records,
            recorder,
            cluster,
            new GuestOrigins(operations),
            inventory,
            "https://netbox.example",
            Clock.fixed(FakeOperations.NOW, ZoneOffset.UTC))
        .reconcile();
    return operations
        .activeOn(new Subject(RecordOrder.SUBJECT, ID.toString()))
        .map(Operation::order)
        .map(RecordOrder.class::cast);
  }

  private void there(String description) {
    cluster.add(
        GuestKind.QEMU,
        104,
        "web",
        true,
        false,
        Map.of(
            "name", "web",
            "description", description,
            "net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=100",
            "net1", "virtio=bc:24:11:00:00:02,bridge=vmbr1",
            "ipconfig0", "ip=10.0.0.5/24,gw=10.0.0.1,ip6=auto"));
  }

  @Test
  void aGuestIsRecordedAsItIs() {
    there(new Marker(ID).in(""));

    assertThat(reconciled()).contains(RecordOrder.write(record));

    assertThat(record.wanted())
        .satisfies(facts -> {
          assertThat(facts.name()).isEqualTo("web");
          assertThat(facts.cluster()).isEqualTo("lab");
          assertThat(facts.owner()).isEqualTo("ada");
          assertThat(facts.memory()).isEqualTo(2048);
          assertThat(facts.nics())
              .containsExactly(
                  new GuestFacts.Nic(0, "net0", "BC:24:11:00:00:01", "vmbr0", 100),
                  new GuestFacts.Nic(1, "net1", "BC:24:11:00:00:02", "vmbr1", null));
          assertThat(facts.addresses()).containsExactly(new GuestFacts.Ip(0, "10.0.0.5/24", null));
        });
  }

  @Test
  void nothingIsOrderedForWhatIsRecordedAlready() {
    there(new Marker(ID).in(""));
    reconciled();
    var facts = record.wanted();
    operations.cancel(
        operations.activeOn(new Subject(RecordOrder.SUBJECT, ID.toString())).orElseThrow().id());
    record = record(State.RECORDED, facts, record.birth());

    assertThat(reconciled()).isEmpty();
  }

  @Test
  void nothingIsOrderedWhileNetBoxIsAway() {
    there(new Marker(ID).in(""));
    inventory.state = new CopyState("4.7.3", false, null, null, "away", FakeOperations.NOW);

    assertThat(reconciled()).isEmpty();
  }

  @Test
  void theRecordOfAGuestThatIsGoneIsRemoved() {
    assertThat(reconciled()).contains(RecordOrder.remove(record));
  }

  @Test
  void theRecordOfAGuestWhoseVmidAnotherHasIsRemoved() {
    there(new Marker(OTHER).in(""));
    assertThat(reconciled()).contains(RecordOrder.remove(record));
  }

  @Test
  void aGuestIsToldFromAnotherByItsBirth() {
    record =
        record(
            State.RECORDED,
            null,
            new Birth(null, "another generation", Set.of("BC:24:11:99:99:99")));
    there("no mark of anybody's");

    assertThat(reconciled()).contains(RecordOrder.write(record));
  }

  @Test
  void aGuestOfAnotherKindAtItsVmidLeavesItUncertain() {
    cluster.add(GuestKind.LXC, 104, "web", true, false, Map.of());
    assertThat(reconciled()).isEmpty();
  }

  @Test
  void whatIsToBeRemovedIs() {
    record = record(State.REMOVING, null, null);
    there(new Marker(ID).in(""));
    assertThat(reconciled()).contains(RecordOrder.remove(record));
  }
}
