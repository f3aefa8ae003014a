package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Step;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private static final GuestRef GUEST = new GuestRef(GuestKind.QEMU, Lab.NODE, VMID);
  private static final SnapshotName OTHER = new SnapshotName("other");
  private final Lab lab = new Lab();

  @BeforeEach
  void addGuest() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
  }

  private Operation run(GuestAction order) {
    return lab.run(lab.queue(order, GuestKind.QEMU));
  }

  @Test
  void keepsTheStateUnderItsName() {
    var operation = run(Lab.snapshot());

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.the(VMID).snapshots.values())
        .extracting(Snapshot::name, Snapshot::description)
        .containsExactly(tuple("before", "before the exam"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-300, 0, 300})
  void isKnownAsOursAlsoWhereTheClockOfProxmoxGoesWrong(int ahead) {
    lab.proxmox.ahead = Duration.ofSeconds(ahead);
    lab.proxmox.answersToLose.add("snapshot");

    var operation = run(Lab.snapshot());

    assertThat(operation.state()).as("%s", operation).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.count("snapshot")).isEqualTo(1);
  }

  @Test
  void failsWhenSomeoneElseTookTheNameMeanwhile() {
    lab.keep(Lab.SNAPSHOT);

    var operation = run(Lab.snapshot());

    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(operation.failure()).asString().contains("snapshot name 'before' already used");
  }

  @Test
  void rollsBackAndStartsAfterwardsInAStepOfItsOwn() {
    lab.keep(Lab.SNAPSHOT);

    var operation = run(new GuestAction.RollBack(Lab.SNAPSHOT, true));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.the(VMID).running).isTrue();
    assertThat(operation.steps())
        .extracting(Step::kind)
        .containsExactly(GuestStep.ROLLBACK, GuestStep.START);
  }

  @Test
  void saysThatItWasRolledBackWhenOnlyTheStartFails() {
    lab.keep(Lab.SNAPSHOT);
    lab.proxmox.end("start", "no physical interface on bridge 'vmbr1'");

    var operation = run(new GuestAction.RollBack(Lab.SNAPSHOT, true));

    assertThat(operation.failure()).asString().contains("was rolled back to before");
  }

  @Test
  void failsToRollBackToASnapshotThatIsGone() {
    var operation = run(new GuestAction.RollBack(Lab.SNAPSHOT, false));

    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(operation.failure()).asString().contains("snapshot 'before' does not exist");
  }

  @Test
  void isContentWhenTheSnapshotToDeleteIsGone() {
    var operation = run(new GuestAction.DeleteSnapshot(Lab.SNAPSHOT));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(operation.warnings()).singleElement().asString().contains("no snapshot before");
  }

  @Test
  void takesAStrangersTaskForItsOwnOnlyUntilItHasEnded() {
    lab.keep(Lab.SNAPSHOT);
    lab.keep(OTHER);
    var operation = lab.queue(new GuestAction.RollBack(Lab.SNAPSHOT, false), GuestKind.QEMU);
    var begun = lab.operations.claim(operation.id(), 7).orElseThrow();
    lab.operations.record(begun.begun(GuestStep.ROLLBACK.wire(), lab.time.now()));
    lab.operations.dead.add(7);
    lab.proxmox.rollBack(GUEST, OTHER);

    var ended = lab.run(operation);

    assertThat(ended.state()).as("%s", ended).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.the(VMID).parent).isEqualTo("before");
    assertThat(lab.proxmox.count("rollback")).isEqualTo(2);
  }

  @Test
  void interruptsASnapshotThatIsCancelledAndSaysWhatIsLeft() {
    lab.proxmox.taskTime = Duration.ofMinutes(5);
    var operation = lab.queue(Lab.snapshot(), GuestKind.QEMU);
    lab.later(Duration.ofSeconds(3), () -> lab.operations.cancel(operation.id()));

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.failure()).asString().contains("VM 105 on pve1 has no snapshot before");
    assertThat(lab.proxmox.the(VMID).lock).isNull();
  }

  @Test
  void neverInterruptsARollback() {
    lab.keep(Lab.SNAPSHOT);
    var operation = lab.queue(new GuestAction.RollBack(Lab.SNAPSHOT, true), GuestKind.QEMU);
    lab.later(Duration.ofSeconds(1), () -> lab.operations.cancel(operation.id()));

    var ended = lab.run(operation);

    assertThat(lab.proxmox.count("interrupt")).isZero();
    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.failure()).asString().contains("was rolled back to before and is stopped");
  }

  @Test
  void waitsForALockOfSomeoneElse() {
    lab.proxmox.the(VMID).lock = "backup";
    lab.later(Duration.ofSeconds(20), () -> lab.proxmox.the(VMID).lock = null);

    assertThat(run(Lab.snapshot()).state()).isEqualTo(State.SUCCEEDED);
  }
}
