package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.Terms;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A lock of Proxmox is looked at until it is gone, whatever the order and whoever watches. */
class LockTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private static final Duration BACKUP = Duration.ofMinutes(5);
  private final Lab lab = new Lab();

  static Stream<Arguments> orders() {
    return Stream.of(
        arguments("start", Lab.power(PowerAction.START), false),
        arguments("stop", Lab.power(PowerAction.STOP), true),
        arguments("shutdown", Lab.power(PowerAction.SHUTDOWN), true),
        arguments("reboot", Lab.power(PowerAction.REBOOT), true),
        arguments("destroy", new GuestAction.Delete(false), false),
        arguments("snapshot", Lab.snapshot(), false),
        arguments("rollback", new GuestAction.RollBack(Lab.SNAPSHOT, false), false),
        arguments("delsnapshot", new GuestAction.DeleteSnapshot(Lab.SNAPSHOT), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void costsNoFailedTaskHoweverLongItLasts(String call, GuestAction order, boolean running) {
    locked(call, running);
    var operation = lab.queue(order, GuestKind.QEMU);

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.operations.waits).containsOnly("locked by backup");
    assertThat(lab.proxmox.count(call)).isEqualTo(1);
    assertThat(ended.waitingUntil()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void costsOneFailedTaskWhereItCameInBetween(String call, GuestAction order, boolean running) {
    locked(call, running);
    lab.proxmox.the(VMID).lock = null;
    lab.proxmox.fail(call, new HypervisorFailure.Locked("VM is locked (backup)", "backup"));

    var ended = lab.run(lab.queue(order, GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.count(call)).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isNotWaitedForWhereTheOrderSaysSo(String call, GuestAction order, boolean running) {
    locked(call, running);
    var operation = lab.queue(order, GuestKind.QEMU, new Terms(false, null));
    var before = lab.time.now();

    var ended = lab.run(operation);

    assertThat(Objects.requireNonNull(ended.failure()).type()).isEqualTo("locked");
    assertThat(ended.failure().message()).contains("it was not to wait for locks");
    assertThat(lab.proxmox.count(call)).isZero();
    assertThat(lab.time.now()).isEqualTo(before);
  }

  @Test
  void ofATemplateIsLookedAtUntilItCanBeCopied() {
    lockedTemplate();

    var ended = lab.run(lab.queue(Lab.clone(false), GuestKind.QEMU));

    assertThat(ended.state()).as("%s", ended).isEqualTo(State.SUCCEEDED);
    assertThat(lab.operations.waits).containsOnly("locked by backup");
    assertThat(lab.proxmox.count("clone")).isEqualTo(1);
  }

  @Test
  void ofATemplateIsNotWaitedForWhereTheOrderSaysSo() {
    lockedTemplate();
    var before = lab.time.now();

    var ended = lab.run(lab.queue(Lab.clone(false), GuestKind.QEMU, new Terms(false, null)));

    assertThat(Objects.requireNonNull(ended.failure()).type()).isEqualTo("locked");
    assertThat(ended.failure().message()).contains("it was not to wait for locks");
    assertThat(lab.proxmox.count("clone")).isZero();
    assertThat(lab.time.now()).isEqualTo(before);
  }

  private void lockedTemplate() {
    var template = lab.proxmox.add(Lab.TEMPLATE.value(), GuestKind.QEMU, false);
    template.lock = "backup";
    lab.later(BACKUP, () -> template.lock = null);
  }

  @Test
  void tellsSinceWhenItIsWaitedForAndUntilWhen() {
    locked("stop", true);
    var operation = lab.queue(Lab.power(PowerAction.STOP), GuestKind.QEMU);
    var seen = new ArrayList<Operation>();
    var begun = lab.time.now();
    lab.time.each(() -> seen.add(lab.operations.find(operation.id())));

    lab.run(operation);

    assertThat(seen.getFirst().waitingSince()).isEqualTo(begun);
    assertThat(seen.getFirst().waitingUntil()).isEqualTo(begun.plus(Lab.PATIENCE));
  }

  @Test
  void doesNotKeepAVmThatWasSuspendedToDiskFromItsStart() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).lock = "suspended";

    var ended = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isReadAtTheSamePaceWhileSomebodyWatches(String call, GuestAction order, boolean running) {
    locked(call, running);
    var operation = lab.queue(order, GuestKind.QEMU);
    var signals = lab.signals();
    lab.operations.looked.add(operation.id());
    lab.time.each(signals.signal()::raise);

    var ended = lab.run(operation, signals);

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.count(call)).isEqualTo(1);
    assertThat(lab.proxmox.count("identity") + lab.proxmox.count("state"))
        .isLessThan(BACKUP.toSeconds() / 3 + 10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isNotWaitedForForEver(String call, GuestAction order, boolean running) {
    locked(call, running);
    lab.time.each(() -> lab.proxmox.the(VMID).lock = "backup");

    var ended = lab.run(lab.queue(order, GuestKind.QEMU));

    assertThat(Objects.requireNonNull(ended.failure()).type()).isEqualTo("locked");
    assertThat(ended.failure().message()).contains("waited 10 minutes, locked by backup");
    assertThat(lab.proxmox.count(call)).isZero();
  }

  private void locked(String call, boolean running) {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, running);
    guest.lock = "backup";
    if (call.equals("rollback") || call.equals("delsnapshot")) {
      lab.keep(Lab.SNAPSHOT);
    }
    lab.later(BACKUP, () -> guest.lock = null);
  }
}
