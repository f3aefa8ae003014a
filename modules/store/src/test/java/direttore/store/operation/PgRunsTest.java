package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations.Superseded;
import direttore.domain.operation.Step;
import direttore.domain.task.Upid;
import direttore.store.Row;
import direttore.store.worker.PgWorkers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What workers take up, record and give up. */
class PgRunsTest extends PgOperationsFixture {
  private static final int TAKER = 2;
  private static final Upid TASK =
      new Upid("UPID:pve1:00000056:0003B9C0:6B03C2AB:qmstart:104:root@pam:");

  private List<String> subjects(String type) {
    database.client().execute().get("SELECT announce_events(1000)");
    return database
        .client()
        .execute()
        .query("SELECT subject FROM event WHERE type = '" + type + "'")
        .map(row -> new Row(row).text("subject"))
        .toList();
  }

  @Test
  void aWorkerThatWasGivenUpCanStoreNothingMore() {
    var added = operations.add(submission(start(), 104)).operation();
    var first = operations.claim(added.id(), 1).orElseThrow();
    var second = operations.claim(added.id(), 2).orElseThrow();

    assertThat(second.attempt()).isEqualTo(first.attempt() + 1);
    assertThatExceptionOfType(Superseded.class)
        .isThrownBy(() -> operations.record(first.begun(GuestStep.START.wire(), NOON)));
    operations.record(
        second
            .begun(GuestStep.START.wire(), NOON)
            .tracked(GuestStep.START.wire(), new Handle.Task(TASK)));
    assertThat(operations.find(added.id()).upid()).contains(TASK);
    assertThat(operations.tracks(TASK)).isTrue();
  }

  @Test
  void whyAnOperationTakesBackWhatItDidOutlivesItsWorker() {
    var added = operations.add(submission(start(), 104)).operation();
    var first = operations.claim(added.id(), 4711).orElseThrow();
    var why = new Operation.Failure("task-failed", "no space left");
    operations.record(first.begun("start", NOON).done("start", NOON).ending(why));

    var second = operations.claim(added.id(), TAKER).orElseThrow();
    operations.record(second.undone("start", why, NOON));

    var stored = operations.find(added.id());
    assertThat(second.failure()).isEqualTo(why);
    assertThat(stored.state()).isEqualTo(Operation.State.RUNNING);
    assertThat(stored.steps().getFirst().state()).isEqualTo(Step.State.UNDONE);
  }

  @Test
  void anOperationOfALivingWorkerIsNotTakenUpByAnother() {
    var workers = new PgWorkers(database);
    try (var presence = workers.join(() -> {})) {
      var added = operations.add(submission(start(), 104)).operation();
      operations.claim(added.id(), presence.number());

      assertThat(operations.claim(added.id(), presence.number() + 1)).isEmpty();
      assertThat(operations.stranded(TAKER)).isEmpty();
      assertThat(operations.claim(added.id(), presence.number())).isPresent();
    }
  }

  @Test
  void whatADeadWorkerBeganIsStranded() {
    var added = operations.add(submission(start(), 104)).operation();
    operations.claim(added.id(), 4711);

    assertThat(operations.stranded(TAKER)).containsExactly(added.id());
  }

  @Test
  void whatIsQueuedForLongIsStranded() {
    var added = operations.add(submission(start(), 104)).operation();

    assertThat(operations.stranded(TAKER)).isEmpty();
    assertThat(at(NOON.plusSeconds(11)).stranded(TAKER)).containsExactly(added.id());
  }

  @Test
  void aWatchedOperationIsWatchedForAWhile() {
    var added = operations.add(submission(start(), 104)).operation();
    operations.claim(added.id(), 1);

    operations.watch(added.id());

    assertThat(operations.watched()).containsExactly(added.id());
    assertThat(at(NOON.plusSeconds(16)).watched()).isEmpty();
  }

  @Test
  void anotherVmidIsChosenAmongTheFree() {
    var free = new VmidChoice.Free(range(500, 600), Set.of());
    var added = operations.add(submission(container(), free)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();

    var renumbered =
        operations.renumber(
            claimed, new VmidChoice.Free(range(500, 600), Set.of(new VmId(500), new VmId(501))));

    assertThat(GuestOrder.guest(renumbered).vmid()).isEqualTo(new VmId(502));
    assertThat(GuestOrder.guest(operations.find(added.id())).vmid()).isEqualTo(new VmId(502));
    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(502))))
        .contains(renumbered);
    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(500)))).isEmpty();
  }

  @Test
  void endsAreKeptWithTheirReason() {
    var added = operations.add(submission(start(), 104)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();
    var failed =
        claimed
            .begun(GuestStep.START.wire(), NOON)
            .seen(0.5, List.of("line 1", "line 2"))
            .failed(
                new Operation.Failure("task-failed", "no such bridge", left()),
                NOON.plusSeconds(3));

    operations.record(failed);

    assertThat(operations.find(added.id())).isEqualTo(failed);
    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(104)))).isEmpty();
    assertThatExceptionOfType(Superseded.class).isThrownBy(() -> operations.record(failed));
  }

  @Test
  void whatWasLeftWhenThereWasOneClusterIsOfThat() {
    var added = operations.add(submission(start(), 104)).operation();
    var claimed = operations.claim(added.id(), TAKER).orElseThrow();
    operations.record(
        claimed.failed(new Operation.Failure("task-failed", "no such bridge", left()), NOON));
    database
        .client()
        .execute()
        .dml("UPDATE operation SET failure = failure #- '{left,guest,cluster}'");

    var stored = Objects.requireNonNull(operations.find(added.id()).failure());

    assertThat(stored.left()).isEqualTo(left());
  }

  private static GuestLeft left() {
    var guest = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(104));
    return new GuestLeft(guest, GuestLeft.State.STOPPED, "clone");
  }

  @Test
  void theEndOfAnOperationIsAChangeOfItsGuestToo() {
    var added = operations.add(submission(start(), 104)).operation();
    operations.claim(added.id(), 1);
    operations.cancel(added.id());
    assertThat(subjects("guest")).isEmpty();

    operations.note(operations.claim(added.id(), 1).orElseThrow().succeeded(NOON));

    assertThat(subjects("guest")).containsExactly("main/pve1/qemu/104");
    assertThat(subjects("operation")).containsExactly(added.id().toString());
  }

  @Test
  void theGuestIsToldOfAsItIsCalledWhenItsOperationEnds() {
    var free = new VmidChoice.Free(range(500, 600), Set.of());
    var added = operations.add(submission(container(), free)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();
    var renumbered =
        operations.renumber(claimed, new VmidChoice.Free(range(500, 600), Set.of(new VmId(500))));

    operations.record(GuestOrder.movedTo(renumbered, new NodeName("pve2")));
    operations.record(
        GuestOrder.movedTo(operations.find(added.id()), new NodeName("pve3")).succeeded(NOON));

    assertThat(subjects("guest")).containsExactly("main/pve3/qemu/501");
  }

  @Test
  void anOperationThatIsCancelledBeforeItBeganTellsOfItsGuest() {
    var added = operations.add(submission(start(), 104)).operation();

    operations.cancel(added.id());

    assertThat(subjects("guest")).containsExactly("main/pve1/qemu/104");
  }
}
