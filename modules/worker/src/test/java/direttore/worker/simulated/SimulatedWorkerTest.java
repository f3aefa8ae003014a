package direttore.worker.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedWorkerTest {
  private static SimulatedLab lab;

  @BeforeAll
  static void open() {
    lab = new SimulatedLab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @AfterEach
  void mend() {
    lab.simulator.faults().clear();
  }

  @Test
  void makesUsesAndDeletesAContainer() {
    var made = ended(lab.make(GuestKind.LXC, container()));
    var vmid = GuestOrder.guest(made).vmid().value();
    var stopped = ended(lab.change(GuestKind.LXC, vmid, power(PowerAction.STOP)));
    var deleted = ended(lab.change(GuestKind.LXC, vmid, new GuestAction.Delete(false)));

    assertThat(List.of(made, stopped, deleted))
        .allSatisfy(o -> assertThat(o.state()).as("%s", o).isEqualTo(State.SUCCEEDED));
    assertThat(
            lab.hypervisor.vmidFree(
                SimulatedLab.NODE, GuestOrder.guest(made).vmid(), Set.of("local-lvm")))
        .isTrue();
  }

  @Test
  void takesASnapshotGoesBackToItAndForgetsIt() {
    var made = ended(lab.make(GuestKind.LXC, container()));
    var guest = GuestOrder.guest(made);
    var vmid = GuestOrder.guest(made).vmid().value();
    var name = new SnapshotName("before-1");
    var taken =
        ended(
            lab.change(
                GuestKind.LXC, vmid, new GuestAction.TakeSnapshot(name, "as it was", false)));
    assertThat(snapshots(guest)).containsExactly("before-1");

    var back = ended(lab.change(GuestKind.LXC, vmid, new GuestAction.RollBack(name, true)));
    assertThat(lab.hypervisor.state(guest).orElseThrow().running()).isTrue();
    var forgotten = ended(lab.change(GuestKind.LXC, vmid, new GuestAction.DeleteSnapshot(name)));

    assertThat(List.of(taken, back, forgotten))
        .allSatisfy(o -> assertThat(o.state()).as("%s", o).isEqualTo(State.SUCCEEDED));
    assertThat(snapshots(guest)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(GuestKind.class)
  void aGuestThatHasGotTheIdOfTheOneThatWasMeantIsLeftAlone(GuestKind kind) {
    GuestAction making = kind == GuestKind.LXC ? container() : clone(9000, false, null);
    var meant = ended(lab.make(kind, making));
    var vmid = GuestOrder.guest(meant).vmid().value();
    var birth = lab.hypervisor.identity(GuestOrder.guest(meant)).orElseThrow().birth();
    assertDone(ended(lab.change(kind, vmid, new GuestAction.Delete(true), birth)));
    var stranger = ended(lab.change(kind, vmid, making));
    assertThat(stranger.state()).as("%s", stranger).isEqualTo(State.SUCCEEDED);

    var refused = ended(lab.change(kind, vmid, new GuestAction.Delete(true), birth));

    assertThat(Objects.requireNonNull(refused.failure()).type()).isEqualTo("another-guest");
    assertThat(lab.hypervisor.state(GuestOrder.guest(stranger))).isPresent();
  }

  private static void assertDone(Operation operation) {
    assertThat(operation.state()).as("%s", operation).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void resumesAPausedVm() {
    var made = ended(lab.make(GuestKind.QEMU, clone(9000, false, null)));
    var vmid = GuestOrder.guest(made).vmid().value();
    lab.pause(GuestOrder.guest(made));
    await().until(() -> lab.hypervisor.state(GuestOrder.guest(made)).orElseThrow().paused());

    assertDone(ended(lab.change(GuestKind.QEMU, vmid, power(PowerAction.RESUME))));

    assertThat(lab.hypervisor.state(GuestOrder.guest(made)).orElseThrow().paused()).isFalse();
  }

  @Test
  void aLostAnswerToASnapshotIsFound() {
    var made = ended(lab.make(GuestKind.LXC, container()));
    lab.simulator.faults().add(Fault.next("POST", ".*/snapshot", new Fault.DropAfter()));

    var order = new GuestAction.TakeSnapshot(new SnapshotName("once"), "", false);
    var taken = ended(lab.change(GuestKind.LXC, GuestOrder.guest(made).vmid().value(), order));

    assertThat(taken.state()).as("%s", taken).isEqualTo(State.SUCCEEDED);
    assertThat(taken.warnings()).isEmpty();
    assertThat(snapshots(GuestOrder.guest(made))).containsExactly("once");
  }

  private static List<String> snapshots(GuestRef guest) {
    return lab.hypervisor.snapshots(guest).orElseThrow().all().stream()
        .map(SnapshotTree.Snapshot::name)
        .toList();
  }

  @Test
  void copiesATemplateInBothWays() {
    var linked = ended(lab.make(GuestKind.QEMU, clone(9000, false, null)));
    var full = ended(lab.make(GuestKind.QEMU, clone(9000, true, "local-lvm")));

    assertThat(List.of(linked, full)).allSatisfy(this::assertMade);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nodes/pve1/qemu/9000/clone",
        "/nodes/pve1/qemu/1\\d+/config",
        "/nodes/pve1/qemu/1\\d+/resize",
        "/nodes/pve1/qemu/1\\d+/status/start"
      })
  void aLostAnswerMakesNoSecondCopy(String path) {
    lab.simulator.faults().add(Fault.next("POST", path, new Fault.DropAfter()));
    lab.simulator.faults().add(Fault.next("PUT", path, new Fault.DropAfter()));
    var before = lab.hypervisor.vmids().size();

    var operation = ended(lab.make(GuestKind.QEMU, clone(9000, true, "local-lvm")));

    assertMade(operation);
    assertThat(lab.hypervisor.vmids()).hasSize(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nodes/pve1/lxc", "/nodes/pve1/lxc/1\\d+/status/start"})
  void aLostAnswerMakesNoSecondContainer(String path) {
    var before = lab.hypervisor.vmids().size();
    lab.simulator.faults().add(Fault.next("POST", path, new Fault.DropAfter()));

    var operation = ended(lab.make(GuestKind.LXC, container()));

    assertMade(operation);
    assertThat(lab.hypervisor.vmids()).hasSize(before + 1);
  }

  @Test
  void aLostAnswerToADeletionIsFound() {
    var made = ended(lab.make(GuestKind.LXC, container()));
    lab.simulator.faults().add(Fault.next("DELETE", "/nodes/pve1/.*", new Fault.DropAfter()));

    var deleted =
        ended(
            lab.change(
                GuestKind.LXC,
                GuestOrder.guest(made).vmid().value(),
                new GuestAction.Delete(true)));

    assertThat(deleted.state()).as("%s", deleted).isEqualTo(State.SUCCEEDED);
    assertThat(
            lab.hypervisor.vmidFree(
                SimulatedLab.NODE, GuestOrder.guest(made).vmid(), Set.of("local-lvm")))
        .isTrue();
  }

  @Test
  void warningsOfATaskAreKept() {
    lab.simulator.faults().warnNextTask("vzcreate", 2);

    var operation = ended(lab.make(GuestKind.LXC, container()));

    assertMade(operation);
    assertThat(operation.warnings()).isNotEmpty();
  }

  @Test
  void takesAGuestOfTheHaManagerAwayAndDeletesIt() {
    var operation = ended(lab.change(GuestKind.QEMU, 204, new GuestAction.Delete(true)));

    assertThat(operation.state()).as("%s", operation).isEqualTo(State.SUCCEEDED);
    assertThat(lab.hypervisor.vmids()).doesNotContain(new VmId(204));
  }

  @Test
  void aHeldGuestIsWaitedForAndTheWaitCanBeCancelled() {
    var operation = lab.change(GuestKind.QEMU, 202, power(PowerAction.STOP));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> "locked by backup".equals(stored(operation).waiting()));

    lab.operations.cancel(operation.id());

    assertThat(ended(operation).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void anOutageIsToldOnceHoweverOftenProxmoxIsTried() {
    var made = ended(lab.make(GuestKind.LXC, container()));
    var told = new ArrayList<String>();
    var refused = new Fault("*", ".*", 0, 5, new Fault.DropBefore());
    try (var log = new ProxmoxLog(told)) {
      lab.simulator.faults().add(refused);

      assertDone(
          ended(
              lab.change(
                  GuestKind.LXC, GuestOrder.guest(made).vmid().value(), power(PowerAction.STOP))));

      assertThat(log.traces()).isZero();
    }
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).startsWith("WARNING Proxmox is away, what needs it waits");
    assertThat(told.getLast()).isEqualTo("INFO Proxmox answers again");
  }

  @Test
  void aCopyWaitsForTheLockOfItsSourceByLooking() {
    var operation = lab.make(GuestKind.QEMU, clone(202, true, "local-lvm"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> "locked by backup".equals(stored(operation).waiting()));
    assertThat(stored(operation).steps().getFirst().started()).isNull();

    lab.operations.cancel(operation.id());

    assertThat(ended(operation).failure()).asString().contains("nothing had been done");
  }

  private void assertMade(Operation operation) {
    assertThat(operation.state()).as("%s", operation).isEqualTo(State.SUCCEEDED);
    var state =
        lab.hypervisor
            .state(
                new GuestRef(
                    GuestOrder.guest(operation).kind(),
                    GuestOrder.guest(operation).node(),
                    GuestOrder.guest(operation).vmid()))
            .orElseThrow();
    assertThat(state.running()).isTrue();
    assertThat(new Marker(operation.id()).marks(state.description())).isTrue();
  }

  private Operation ended(Operation operation) {
    await().atMost(Duration.ofMinutes(2)).until(() -> !stored(operation).state().active());
    return stored(operation);
  }

  private Operation stored(Operation operation) {
    return lab.operations.find(operation.id());
  }

  private static GuestAction power(PowerAction action) {
    return new GuestAction.Power(action, 0, false);
  }

  private static GuestAction container() {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("web"),
            1,
            512,
            0,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/alpine-3.20-default_20240908_amd64.tar.xz",
            List.of(new ContainerNic("eth0", "vmbr0", null, Addressing.NONE)),
            List.of(),
            true,
            false,
            "a note",
            List.of(),
            true));
  }

  private static GuestAction clone(int template, boolean full, @Nullable String storage) {
    var source =
        new VmSource.Clone(
            new VmId(template), full, SimulatedLab.NODE, storage, DiskSize.ofGib(20));
    return new GuestAction.CreateVm(
        new NewVm(
            new GuestName("web"),
            1,
            512,
            source,
            List.of(new VmNic("vmbr0", VmNic.Model.VIRTIO, null, Addressing.NONE)),
            "student",
            List.of(),
            "l26",
            "a note",
            List.of(),
            true));
  }
}
