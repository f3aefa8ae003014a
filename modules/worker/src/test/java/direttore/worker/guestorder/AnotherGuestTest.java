package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.Terms;
import direttore.domain.operation.Operation.State;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ordered for a guest is done to no other that has got its VMID before it came to it. */
class AnotherGuestTest {
  private static final Birth MEANT =
      Birth.of(
          Map.of(
              "meta", "creation-qemu=10.1.2,ctime=1700000000",
              "vmgenid", "a36e4cfd-8250-4e2a-8469-5d5c2cefa57a",
              "net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0"));
  private static final Birth YOUNGER =
      Birth.of(Map.of("meta", "ctime=1700000009", "net0", "virtio=BC:24:11:00:00:01"));
  // Clones bear the time of their template.
  private static final Birth SISTER =
      Birth.of(
          Map.of(
              "meta", "creation-qemu=10.1.2,ctime=1700000000",
              "vmgenid", "9e4cabab-a063-4d2e-a286-6731b2f86734",
              "net0", "virtio=BC:24:11:00:00:02,bridge=vmbr0"));
  private final Lab lab = new Lab();

  static Stream<Arguments> orders() {
    return Stream.of(
            arguments("destroy", new GuestAction.Delete(false), false),
            arguments("stop", new GuestAction.Delete(true), true),
            arguments("stop", Lab.power(PowerAction.STOP), true),
            arguments("reboot", Lab.power(PowerAction.REBOOT), true),
            arguments("start", Lab.power(PowerAction.START), false),
            arguments("snapshot", Lab.snapshot(), false),
            arguments("rollback", new GuestAction.RollBack(Lab.SNAPSHOT, false), false),
            arguments("delsnapshot", new GuestAction.DeleteSnapshot(Lab.SNAPSHOT), false))
        .flatMap(order ->
            Stream.of(YOUNGER, SISTER)
                .map(birth -> arguments(order.get()[0], order.get()[1], order.get()[2], birth)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isLeftAlone(String call, GuestAction order, boolean running, Birth birth) {
    var stranger = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, running);
    stranger.birth = birth;
    lab.keep(Lab.SNAPSHOT);

    var ended = lab.run(lab.queue(order, GuestKind.QEMU, new Terms(true, MEANT)));

    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(Objects.requireNonNull(ended.failure()).type()).isEqualTo("another-guest");
    assertThat(ended.failure().message())
        .contains("VMID 105 belongs to another guest than when this was ordered");
    assertThat(lab.proxmox.count(call)).isZero();
    assertThat(lab.proxmox.the(new VmId(Lab.VMID))).isSameAs(stranger);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isToldFromTheOneThatWasMeant(String call, GuestAction order, boolean running, Birth other) {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, running).birth = MEANT;
    lab.keep(Lab.SNAPSHOT);
    var kept = order instanceof GuestAction.TakeSnapshot;
    if (kept) {
      lab.proxmox.the(new VmId(Lab.VMID)).snapshots.clear();
    }

    var ended = lab.run(lab.queue(order, GuestKind.QEMU, new Terms(true, MEANT)));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.count(call)).isEqualTo(1);
  }
}
