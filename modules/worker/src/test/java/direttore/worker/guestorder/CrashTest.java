package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Marker;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker dies at each point where it touches Proxmox or its row; the next one goes on. */
class CrashTest {
  static Stream<Arguments> orders() {
    return Stream.of(
        arguments("create-vm", Lab.vm(true), GuestKind.QEMU),
        arguments("create-lxc", Lab.container(true), GuestKind.LXC),
        arguments("clone-vm", Lab.clone(true), GuestKind.QEMU),
        arguments("start", Lab.power(PowerAction.START), GuestKind.QEMU),
        arguments("stop", Lab.power(PowerAction.STOP), GuestKind.LXC),
        arguments("shutdown", Lab.power(PowerAction.SHUTDOWN), GuestKind.QEMU),
        arguments("reboot", Lab.power(PowerAction.REBOOT), GuestKind.LXC),
        arguments("delete", new GuestAction.Delete(false), GuestKind.QEMU),
        arguments("delete running", new GuestAction.Delete(true), GuestKind.LXC),
        arguments("snapshot", Lab.snapshot(), GuestKind.LXC),
        arguments("roll back", new GuestAction.RollBack(Lab.SNAPSHOT, true), GuestKind.QEMU),
        arguments("forget snapshot", new GuestAction.DeleteSnapshot(Lab.SNAPSHOT), GuestKind.QEMU));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void endsRightWhereverTheWorkerDies(String name, GuestAction order, GuestKind kind) {
    var points = 0;
    while (crashAt(points, name, order, kind)) {
      points++;
    }

    assertThat(points).isGreaterThan(10);
  }

  /** Whether there was such a point. */
  private static boolean crashAt(int point, String name, GuestAction order, GuestKind kind) {
    var lab = lab(name, kind);
    var operation = lab.queue(order, kind, order.creates());
    Touches.on(lab, Touches.deathAt(point));
    var crashed = false;
    try {
      lab.run(operation);
    } catch (Touches.Crash e) {
      crashed = true;
      Touches.on(lab, () -> {});
      if (lab.operations.find(operation.id()).state().active()) {
        lab.run(operation);
      }
    }
    assertRight(lab, name, operation, "crash at point " + point);
    return crashed;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void endsRightWhicheverAnswerIsLost(String name, GuestAction order, GuestKind kind) {
    for (var call :
        new String[] {
          "create",
          "clone",
          "configure",
          "grow",
          "start",
          "stop",
          "reboot",
          "shutdown",
          "leave-ha",
          "destroy",
          "snapshot",
          "rollback",
          "delsnapshot"
        }) {
      var lab = lab(name, kind);
      var operation = lab.queue(order, kind, order.creates());
      lab.proxmox.answersToLose.add(call);

      lab.run(operation);

      assertRight(lab, name, operation, "answer to %s lost".formatted(call));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void endsRightAfterManyDeathsAndLostAnswers(String name, GuestAction order, GuestKind kind) {
    for (var seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var lab = lab(name, kind);
      var operation = lab.queue(order, kind, order.creates());
      Touches.on(lab, Touches.deaths(random, 12, 4));
      for (var call :
          List.of(
              "create",
              "clone",
              "configure",
              "start",
              "destroy",
              "stop",
              "snapshot",
              "rollback",
              "delsnapshot")) {
        if (random.nextInt(3) == 0) {
          lab.proxmox.answersToLose.add(call);
        }
      }

      untilOver(lab, operation);

      assertRight(lab, name, operation, "seed " + seed);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"create-vm", "clone-vm"})
  void leavesNothingHalfMadeWhereverACancelledWorkerDies(String name) {
    var order = name.equals("create-vm") ? Lab.vm(true) : Lab.clone(true);
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var lab = lab(name, GuestKind.QEMU);
      lab.proxmox.interruptLeavesGuest = random.nextBoolean();
      var operation = lab.queue(order, GuestKind.QEMU, true);
      lab.later(
          Duration.ofMillis(random.nextInt(8000)), () -> lab.operations.cancel(operation.id()));
      Touches.on(lab, Touches.deaths(random, 10, 3));

      untilOver(lab, operation);

      var ended = lab.operations.find(operation.id());
      var left = lab.proxmox.guests.get(GuestOrder.guest(ended).vmid());
      var where = "seed %d: %s %s".formatted(seed, ended, lab.proxmox);
      assertThat(lab.proxmox.volumes).as(where).hasSize(left == null ? 0 : 1);
      if (left != null && left.description.isEmpty()) {
        assertThat(ended.failure())
            .as(where)
            .asString()
            .contains("a partly created VM 105 on pve1 is left");
      } else if (left != null) {
        assertThat(left.lock).as(where).isNull();
        assertThat(ended.nextStep().map(Step::kind))
            .as(where)
            .isIn(Optional.empty(), Optional.of(GuestStep.START));
      }
    }
  }

  private static void untilOver(Lab lab, Operation operation) {
    while (lab.operations.rows.getOrDefault(operation.id(), operation).state().active()) {
      try {
        lab.run(operation);
      } catch (Touches.Crash e) {
        lab.time.pass(Duration.ofSeconds(1));
      }
    }
  }

  static Lab lab(String name, GuestKind kind) {
    var lab = new Lab();
    lab.proxmox.add(9000, GuestKind.QEMU, false);
    switch (name) {
      case "start", "delete" -> lab.proxmox.add(Lab.VMID, kind, false);
      case "stop", "shutdown", "reboot", "delete running" -> lab.proxmox.add(Lab.VMID, kind, true);
      case "snapshot" -> lab.proxmox.add(Lab.VMID, kind, false);
      case "roll back", "forget snapshot" -> {
        lab.proxmox.add(Lab.VMID, kind, true);
        lab.keep(Lab.SNAPSHOT);
      }
      default -> {}
    }
    if (name.startsWith("delete")) {
      lab.proxmox.the(new VmId(Lab.VMID)).haState = "started";
    }
    return lab;
  }

  static void assertRight(Lab lab, String name, Operation before, String where) {
    var operation = lab.operations.find(before.id());
    var vmid = GuestOrder.guest(operation).vmid();
    assertThat(operation.state())
        .as("%s: %s %s", where, operation.failure(), lab.proxmox)
        .isEqualTo(Operation.State.SUCCEEDED);
    switch (name) {
      case "create-vm", "create-lxc", "clone-vm" -> {
        assertThat(lab.proxmox.guests).as(where).hasSize(2);
        assertThat(lab.proxmox.volumes)
            .as(where)
            .containsExactly(GuestOrder.guest(operation).vmid());
        assertThat(new Marker(operation.id()).marks(lab.proxmox.the(vmid).description))
            .as(where)
            .isTrue();
        assertThat(lab.proxmox.the(vmid).starts).as(where).isEqualTo(1);
        assertThat(GuestOrder.guest(operation).vmid())
            .as(where)
            .isEqualTo(GuestOrder.guest(before).vmid());
      }
      case "start" -> assertThat(lab.proxmox.the(vmid).starts).as(where).isEqualTo(1);
      case "stop", "shutdown" -> assertThat(lab.proxmox.the(vmid).running).as(where).isFalse();
      case "snapshot" -> {
        assertThat(lab.proxmox.the(vmid).snapshots).as(where).hasSize(1);
        assertThat(operation.warnings()).as(where).isEmpty();
      }
      case "roll back" -> {
        assertThat(lab.proxmox.the(vmid).rollbacks).as(where).isEqualTo(1);
        assertThat(lab.proxmox.the(vmid).starts).as(where).isEqualTo(1);
      }
      case "forget snapshot" -> assertThat(lab.proxmox.the(vmid).snapshots).as(where).isEmpty();
      case "reboot" -> assertThat(lab.proxmox.the(vmid).reboots).as(where).isEqualTo(1);
      default -> assertThat(lab.proxmox.guests).as(where).doesNotContainKey(vmid);
    }
  }
}
