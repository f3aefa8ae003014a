package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.Birth;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Step;
import direttore.domain.operation.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of a submission, and which requests are refused. */
class PgOperationsTest extends PgOperationsFixture {
  private static <T> List<Future<T>> atOnce(int count, Callable<T> task)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(count, task));
    }
  }

  private static OperationFilter filter(
      Set<State> states,
      @Nullable String kind,
      @Nullable VmId vmid,
      @Nullable String after,
      int limit) {
    return new OperationFilter(states, kind, null, vmid, null, null, after, limit);
  }

  private static VmSource blank() {
    return new VmSource.Blank("local:iso/debian.iso", "local-lvm", DiskSize.ofGib(32));
  }

  private static VmSource copied() {
    return new VmSource.Clone(new VmId(9000), true, PVE1, "nfs", null);
  }

  private static GuestAction vm(VmSource source) {
    return new GuestAction.CreateVm(
        new NewVm(
            new GuestName("my-vm"),
            2,
            2048,
            source,
            List.of(
                new VmNic("vmbr0", VmNic.Model.VIRTIO, null, Addressing.NONE),
                new VmNic(
                    "vmbr1",
                    VmNic.Model.E1000,
                    new Vlan(100),
                    new Addressing("10.0.0.5/24", "10.0.0.1", "auto", null))),
            "ada",
            List.of("10.0.0.1"),
            "l26",
            "for class",
            List.of("lab"),
            true));
  }

  @Test
  void aStoredOperationReadsBackAsItWasWritten() {
    var vmid = 2000;
    for (var order :
        List.of(
            vm(blank()),
            vm(copied()),
            container(),
            start(),
            new GuestAction.Delete(true),
            new GuestAction.TakeSnapshot(new SnapshotName("one"), "note", true),
            new GuestAction.RollBack(new SnapshotName("one"), true),
            new GuestAction.DeleteSnapshot(new SnapshotName("one")))) {
      var added = operations.add(submission(order, vmid++)).operation();

      assertThat(operations.find(added.id())).isEqualTo(added);
      assertThat(GuestOrder.action(added)).isEqualTo(order);
      assertThat(added.state()).isEqualTo(State.QUEUED);
    }
  }

  @Test
  void keepsUnderWhatAnOrderIsCarriedOutAndHowLongItWaits() {
    var usual = submission(start(), 2100);
    var birth = Birth.of(Map.of("meta", "ctime=1700000000", "net0", "virtio=BC:24:11:00:00:01"));
    var terms = new Terms(false, birth);
    var added =
        operations.add(
            new Submission(
                new GuestOrder(
                    ClusterName.MAIN,
                    GuestKind.QEMU,
                    PVE1,
                    new VmidChoice.Given(new VmId(2100)),
                    start(),
                    terms),
                usual.secrets(),
                usual.by()));
    var claimed = operations.claim(added.operation().id(), 1).orElseThrow();
    var since = Instant.parse("2026-03-01T09:00:00Z");

    operations.record(claimed.waitingFor("locked by backup", since, since.plusSeconds(1800)));

    var stored = operations.find(claimed.id());
    assertThat(GuestOrder.of(stored).terms()).isEqualTo(terms);
    assertThat(stored.waitingSince()).isEqualTo(since);
    assertThat(stored.waitingUntil()).isEqualTo(since.plusSeconds(1800));
  }

  @Test
  void aVmidPromisedToAnotherOperationIsInUse() {
    operations.add(submission(container(), 3001));

    assertThatExceptionOfType(Refusal.VmidInUse.class)
        .isThrownBy(() -> operations.add(submission(vm(blank()), 3001)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("vmid"));
  }

  @Test
  void sixtyFourWritersGetSixtyFourVmids() throws Exception {
    var free = new VmidChoice.Free(range(500, 600), Set.of(new VmId(501)));
    var vmids = new HashSet<Integer>();

    for (var each : atOnce(64, () -> operations.add(submission(container(), free)))) {
      vmids.add(GuestOrder.guest(each.get().operation()).vmid().value());
    }

    assertThat(vmids).hasSize(64).doesNotContain(501).allMatch(id -> id >= 500 && id <= 564);
  }

  @Test
  void theLowestFreeVmidIsFoundWhateverLiesBeforeIt() {
    var taken = Set.of(new VmId(500), new VmId(503), new VmId(504), new VmId(150), new VmId(9000));
    var free = new VmidChoice.Free(range(500, 510), taken);
    operations.add(submission(container(), 502));
    operations.add(submission(container(), 505));
    operations.add(submission(container(), 499));

    assertThat(operations.lowest(ClusterName.MAIN, free)).contains(new VmId(501));
    for (var next : List.of(501, 506, 507, 508, 509, 510)) {
      assertThat(
              GuestOrder.guest(operations.add(submission(container(), free)).operation())
                  .vmid()
                  .value())
          .isEqualTo(next);
    }
    assertThat(operations.lowest(ClusterName.MAIN, free)).isEmpty();
  }

  @Test
  void aVmidIsChosenAmongTenThousandGuestsAndManyOrders() {
    var taken =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(i -> new VmId(98 + 2 * i))
            .collect(Collectors.toUnmodifiableSet());
    var free = new VmidChoice.Free(range(100, 999_999_999), taken);
    for (int i = 0; i < 150; i++) {
      operations.add(submission(container(), free));
    }

    assertThat(operations.lowest(ClusterName.MAIN, free)).contains(new VmId(401));
  }

  @Test
  void aRangeWithoutAFreeVmidRefuses() {
    var free = new VmidChoice.Free(range(500, 501), Set.of(new VmId(500)));
    operations.add(submission(container(), free));

    assertThatExceptionOfType(Refusal.VmidInUse.class)
        .isThrownBy(() -> operations.add(submission(container(), free)))
        .withMessageContaining("no VMID from 500 to 501 is free");
  }

  @Test
  void theSameKeyAndRequestIsTheSameOperation() throws Exception {
    var submission =
        submission(container(), new VmidChoice.Free(range(500, 600), Set.of()), "key-1", "body");
    var ids = new HashSet<UUID>();
    var fresh = new ArrayList<Boolean>();

    for (var each : atOnce(16, () -> operations.add(submission))) {
      ids.add(each.get().operation().id());
      fresh.add(each.get().fresh());
    }

    assertThat(ids).hasSize(1);
    assertThat(fresh).containsOnlyOnce(true);
  }

  @Test
  void pagesAreNewestFirstAndMissNothing() {
    for (int i = 0; i < 25; i++) {
      at(NOON.plusSeconds(i / 2)).add(submission(start(), 200 + i));
    }

    var seen = new ArrayList<Operation>();
    String next = null;
    do {
      var page = operations.page(filter(Set.of(), null, null, next, 10));
      seen.addAll(page.operations());
      next = page.next();
    } while (next != null);

    assertThat(seen).extracting(Operation::id).doesNotHaveDuplicates().hasSize(25);
    assertThat(seen).isSortedAccordingTo((a, b) -> b.created().compareTo(a.created()));
  }

  @Test
  void filtersAreCombined() {
    operations.add(submission(start(), 104));
    var cancelled = operations.add(submission(new GuestAction.Delete(false), 105)).operation();
    operations.cancel(cancelled.id());

    assertThat(
            operations
                .page(filter(Set.of(State.CANCELLED), "delete", new VmId(105), null, 5))
                .operations())
        .extracting(Operation::id)
        .containsExactly(cancelled.id());
    assertThat(operations.page(filter(Set.of(State.QUEUED), "delete", null, null, 5)).operations())
        .isEmpty();
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> operations.page(filter(Set.of(), null, null, "x", 5)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("after"));
  }

  @Test
  void keepsWhatARetryGoesOnFrom() {
    var first = operations.add(submission(vm(blank()), 107)).operation();
    operations.cancel(first.id());
    var done =
        new Step(
            "create", GuestStep.CREATE, Step.State.DONE, null, first.created(), first.created());
    var again = submission(vm(blank()), 107);
    var retry = new Submission.Retry(first.id(), List.of("password"), List.of(done));

    var second =
        operations
            .add(new Submission(again.order(), again.secrets(), again.by(), null, retry))
            .operation();

    assertThat(operations.find(second.id())).isEqualTo(second);
    assertThat(second.retryOf()).isEqualTo(first.id());
    assertThat(second.secretNames()).containsExactly("password");
    assertThat(second.steps().getFirst()).isEqualTo(done);
  }

  @Test
  void clocksFinerThanTheDatabaseDoNotMatter() {
    var fine = at(NOON.plus(Duration.ofNanos(123_456_789)));

    var added = fine.add(submission(start(), 104)).operation();

    assertThat(fine.find(added.id())).isEqualTo(added);
  }
}
