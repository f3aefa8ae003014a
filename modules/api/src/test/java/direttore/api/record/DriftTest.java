package direttore.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import direttore.api.FakeCluster;
import direttore.api.FakeInventory;
import direttore.api.FakeOperations;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.inventory.InventoryMark;
import direttore.domain.inventory.Machine;
import direttore.domain.record.Drift;
import direttore.domain.record.Drift.Difference;
import direttore.domain.record.Drift.Kind;
import direttore.domain.record.Drift.Remedy;
import direttore.domain.record.DriftFinder;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.GuestRecord.State;
import direttore.domain.record.GuestRecords;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Proxmox and NetBox say differently, and what Direttore may do about it. */
class DriftTest {
  private static final UUID ID = UUID.fromString("0198c0de-5b1c-7000-8000-000000000001");
  private static final Instant LONG_AGO = FakeOperations.NOW.minus(Duration.ofHours(1));

  private final FakeCluster cluster = new FakeCluster();
  private final FakeInventory inventory = new FakeInventory();
  private final List<GuestRecord> records = new ArrayList<>();

  private List<Drift> drifts() {
    cluster.publish();
    var kept =
        (GuestRecords)
            Proxy.newProxyInstance(
                GuestRecords.class.getClassLoader(),
                new Class<?>[] {GuestRecords.class},
                (proxy, method, arguments) -> records);
    return new DriftFinder(inventory, cluster, kept, Optional.of("lab"))
        .find().drifts().stream().filter(drift -> !isUsual(drift.guest())).toList();
  }

  /** Whether it is one that the cluster has before a test adds any. */
  private static boolean isUsual(@Nullable Guest guest) {
    return guest != null && List.of("runs", "rests", "box").contains(guest.name());
  }

  private void guest(int vmid, String name) {
    cluster.add(GuestKind.QEMU, vmid, name, true, false, Map.of("memory", 1024));
  }

  private void machine(String name, long memory, boolean ours, String... more) {
    inventory.machines.add(
        new Machine(
            17,
            name,
            "active",
            2.0,
            memory,
            null,
            ours ? "VM 104 " + InventoryMark.of(ID) : "by hand",
            List.of(more),
            "lab",
            List.of()));
  }

  private void record(State state, @Nullable Instant recordedAt, long memory) {
    var facts =
        new GuestFacts(
            "lab", "web", "qemu", 104, true, 2, memory, 0, "ana", null, null, List.of(), List.of());
    records.add(
        new GuestRecord(
            ID,
            new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(104)),
            state,
            "ana",
            facts,
            recordedAt == null ? null : facts,
            recordedAt == null ? null : 17L,
            null,
            LONG_AGO,
            recordedAt));
  }

  @Test
  void whatIsAsItWasRecordedIsNoDrift() {
    guest(104, "web");
    machine("web (104)", 1024, true, "direttore");
    record(State.RECORDED, LONG_AGO, 1024);

    assertThat(drifts()).isEmpty();
  }

  @Test
  void whatSomebodyChangedOfOursIsRepaired() {
    guest(104, "web");
    machine("other", 512, true, "direttore");
    record(State.RECORDED, LONG_AGO, 1024);

    assertThat(drifts())
        .singleElement()
        .satisfies(drift -> {
          assertThat(drift.kind()).isEqualTo(Kind.DIFFERENT);
          assertThat(drift.differences())
              .containsExactly(
                  new Difference("name", "other", "web"), new Difference("memory", "512", "1024"));
          assertThat(drift.remedy()).isEqualTo(Remedy.REPAIR);
        });
  }

  @Test
  void whatWasRecordedAfterTheCopyWasReadIsNotJudged() {
    guest(104, "web");
    record(State.RECORDED, FakeOperations.NOW, 1024);
    assertThat(drifts()).isEmpty();

    machine("web", 512, true, "direttore");
    assertThat(drifts()).isEmpty();
  }

  @Test
  void whatNetBoxHasNoMoreIsRepairedAndWhatItNeverHadRecorded() {
    guest(104, "web");
    guest(105, "db");
    record(State.RECORDED, LONG_AGO, 1024);

    assertThat(drifts())
        .extracting(Drift::kind, Drift::remedy)
        .containsExactly(
            tuple(Kind.NOT_IN_NETBOX, Remedy.RECORD), tuple(Kind.NOT_IN_NETBOX, Remedy.REPAIR));
  }

  @Test
  void whatIsBeingRecordedHasNoRemedy() {
    guest(104, "web");
    record(State.RECORDING, null, 1024);

    assertThat(drifts()).singleElement().extracting(Drift::remedy).isNull();
  }

  @Test
  void whatOthersEnteredIsShownAndNeverTouched() {
    guest(104, "web");
    machine("WEB", 512, false);
    machine("old", 512, false, "direttore");

    assertThat(drifts())
        .allSatisfy(drift -> assertThat(drift.remedy()).isNull())
        .extracting(Drift::kind)
        .containsExactly(Kind.DIFFERENT, Kind.NOT_IN_PROXMOX);
  }

  @Test
  void ofOursWithoutAGuestTheRecordIsRemoved() {
    machine("web", 1024, true, "direttore");
    record(State.RECORDED, LONG_AGO, 1024);

    assertThat(drifts())
        .singleElement()
        .satisfies(drift -> {
          assertThat(drift.kind()).isEqualTo(Kind.NOT_IN_PROXMOX);
          assertThat(drift.remedy()).isEqualTo(Remedy.REMOVE);
        });
  }

  @Test
  void noneIsGoneWhileTheGuestsCannotBeRead() {
    machine("web", 1024, true, "direttore");
    record(State.RECORDED, LONG_AGO, 1024);
    cluster.trouble = "Proxmox does not answer";

    assertThat(drifts()).isEmpty();
  }

  @Test
  void templatesAndOtherClustersDoNotCount() {
    cluster.add(GuestKind.QEMU, 9000, "golden", false, true, Map.of("memory", 1024));
    inventory.machines.add(
        new Machine(18, "far", "active", null, null, null, "", List.of(), "elsewhere", List.of()));

    assertThat(drifts()).isEmpty();
  }
}
