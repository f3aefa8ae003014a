package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guest.VmidRange;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Operations.Superseded;
import direttore.domain.operation.Order;
import direttore.domain.operation.Requester;
import direttore.domain.operation.Step;
import direttore.domain.operation.VmidChoice;
import direttore.domain.operation.Wish;
import direttore.domain.task.Upid;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.TestDatabase;
import direttore.store.worker.PgWorkers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgOperationsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final Upid TASK =
      new Upid("UPID:pve1:00000056:0003B9C0:6B03C2AB:qmstart:104:root@pam:");
  private static final String PASSWORD = "canary-password";

  private Database database;
  private PgOperations operations;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    operations = at(NOON);
  }

  @AfterEach
  void close() {
    database.close();
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
            new Order.Delete(true),
            new Order.TakeSnapshot(new SnapshotName("one"), "note", true),
            new Order.RollBack(new SnapshotName("one"), true),
            new Order.DeleteSnapshot(new SnapshotName("one")))) {
      var added = operations.add(wish(order, vmid++)).operation();

      assertThat(operations.find(added.id())).isEqualTo(added);
      assertThat(added.order()).isEqualTo(order);
      assertThat(added.state()).isEqualTo(State.QUEUED);
    }
  }

  @Test
  void aSecondChangeOfAGuestIsRefusedWhileTheFirstIsActive() {
    var first = operations.add(wish(start(), 104)).operation();

    assertThatExceptionOfType(Refusal.Busy.class)
        .isThrownBy(() -> operations.add(wish(new Order.Delete(false), 104)))
        .satisfies(e -> assertThat(e.operation()).isEqualTo(first.id()));

    operations.cancel(first.id());
    assertThat(operations.add(wish(new Order.Delete(false), 104)).fresh()).isTrue();
  }

  @Test
  void aVmidPromisedToAnotherOperationIsInUse() {
    operations.add(wish(container(), 3001));

    assertThatExceptionOfType(Refusal.VmidInUse.class)
        .isThrownBy(() -> operations.add(wish(vm(blank()), 3001)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("vmid"));
  }

  @Test
  void sixtyFourWritersGetSixtyFourVmids() throws Exception {
    var free = new VmidChoice.Free(range(500, 600), Set.of(new VmId(501)));
    var vmids = new HashSet<Integer>();

    for (var each : atOnce(64, () -> operations.add(wish(container(), free)))) {
      vmids.add(each.get().operation().vmid().value());
    }

    assertThat(vmids).hasSize(64).doesNotContain(501).allMatch(id -> id >= 500 && id <= 564);
  }

  @Test
  void aRangeWithoutAFreeVmidRefuses() {
    var free = new VmidChoice.Free(range(500, 501), Set.of(new VmId(500)));
    operations.add(wish(container(), free));

    assertThatExceptionOfType(Refusal.VmidInUse.class)
        .isThrownBy(() -> operations.add(wish(container(), free)))
        .withMessageContaining("no VMID from 500 to 501 is free");
  }

  @Test
  void theSameKeyAndRequestIsTheSameOperation() throws Exception {
    var wish = wish(container(), new VmidChoice.Free(range(500, 600), Set.of()), "key-1", "body");
    var ids = new HashSet<UUID>();
    var fresh = new ArrayList<Boolean>();

    for (var each : atOnce(16, () -> operations.add(wish))) {
      ids.add(each.get().operation().id());
      fresh.add(each.get().fresh());
    }

    assertThat(ids).hasSize(1);
    assertThat(fresh).containsOnlyOnce(true);
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    var free = new VmidChoice.Free(range(500, 600), Set.of());
    operations.add(wish(container(), free, "key-1", "body"));

    assertThatExceptionOfType(Refusal.KeyReused.class)
        .isThrownBy(() -> operations.add(wish(container(), free, "key-1", "other body")));
  }

  @Test
  void aRepetitionIsRecognisedAheadOfItsWish() {
    var wish = wish(container(), new VmidChoice.Free(range(500, 600), Set.of()), "key-1", "body");
    assertThat(operations.earlier(wish.by())).isEmpty();

    var added = operations.add(wish).operation();

    assertThat(operations.earlier(wish.by())).contains(added);
  }

  @Test
  void secretsAreSealedAndForgottenAtTheEnd() throws SQLException {
    var added = operations.add(wish(container(), 3001)).operation();

    assertThat(operations.secrets(added.id()).password()).isEqualTo(PASSWORD);
    assertThat(everythingStored()).doesNotContain(PASSWORD).doesNotContain("AAAAC3NzaC1");

    operations.cancel(added.id());
    assertThat(operations.secrets(added.id())).isEqualTo(GuestSecrets.NONE);
  }

  @Test
  void storedSecretsAreSealedWithAnotherKey() {
    var added = operations.add(wish(container(), 3001)).operation();
    var old = new Safe(new byte[32]);
    var key = new byte[32];
    key[0] = 1;
    var fresh = new Safe(key);

    assertThat(Resealing.reseal(database, old, fresh)).isEqualTo(1);
    // As if the first had been cut off before the key was in its place.
    assertThat(Resealing.reseal(database, old, fresh)).isEqualTo(1);

    var there =
        new PgOperations(database, fresh, Clock.fixed(NOON, ZoneOffset.UTC), UUID::randomUUID);
    assertThat(there.secrets(added.id()).password()).isEqualTo(PASSWORD);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> operations.secrets(added.id()));
  }

  @Test
  void aSecretThatNoKeyOpensStopsTheRotation() {
    operations.add(wish(container(), 3001));
    var one = new byte[32];
    one[0] = 1;
    var two = new byte[32];
    two[0] = 2;

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Resealing.reseal(database, new Safe(one), new Safe(two)));
    assertThat(Resealing.reseal(database, new Safe(new byte[32]), new Safe(one))).isEqualTo(1);
  }

  @Test
  void aWorkerThatWasGivenUpCanStoreNothingMore() {
    var added = operations.add(wish(start(), 104)).operation();
    var first = operations.claim(added.id(), 1).orElseThrow();
    var second = operations.claim(added.id(), 2).orElseThrow();

    assertThat(second.attempt()).isEqualTo(first.attempt() + 1);
    assertThatExceptionOfType(Superseded.class)
        .isThrownBy(() -> operations.record(first.begun(Step.Name.START, NOON)));
    operations.record(second.begun(Step.Name.START, NOON).tracked(Step.Name.START, TASK));
    assertThat(operations.find(added.id()).upid()).contains(TASK);
    assertThat(operations.tracks(TASK)).isTrue();
  }

  @Test
  void anOperationOfALivingWorkerIsNotTakenUpByAnother() {
    var workers = new PgWorkers(database);
    try (var presence = workers.join(() -> {})) {
      var added = operations.add(wish(start(), 104)).operation();
      operations.claim(added.id(), presence.number());

      assertThat(operations.claim(added.id(), presence.number() + 1)).isEmpty();
      assertThat(operations.stranded()).isEmpty();
      assertThat(operations.claim(added.id(), presence.number())).isPresent();
    }
  }

  @Test
  void whatADeadWorkerBeganIsStranded() {
    var added = operations.add(wish(start(), 104)).operation();
    operations.claim(added.id(), 4711);

    assertThat(operations.stranded()).containsExactly(added.id());
  }

  @Test
  void whatIsQueuedForLongIsStranded() {
    var added = operations.add(wish(start(), 104)).operation();

    assertThat(operations.stranded()).isEmpty();
    assertThat(at(NOON.plusSeconds(11)).stranded()).containsExactly(added.id());
  }

  @Test
  void cancellingAsksARunningOperationAndEndsAQueuedOne() {
    var queued = operations.add(wish(start(), 104)).operation();
    var running = operations.add(wish(start(), 105)).operation();
    operations.claim(running.id(), 1);

    assertThat(operations.cancel(queued.id()).state()).isEqualTo(State.CANCELLED);
    assertThat(operations.cancel(running.id()).state()).isEqualTo(State.RUNNING);
    assertThat(operations.cancelRequested()).containsExactly(running.id());
    assertThat(operations.claim(queued.id(), 1)).isEmpty();
  }

  @Test
  void aWatchedOperationIsWatchedForAWhile() {
    var added = operations.add(wish(start(), 104)).operation();
    operations.claim(added.id(), 1);

    operations.watch(added.id());

    assertThat(operations.watched()).containsExactly(added.id());
    assertThat(at(NOON.plusSeconds(16)).watched()).isEmpty();
  }

  @Test
  void anotherVmidIsChosenAmongTheFree() {
    var free = new VmidChoice.Free(range(500, 600), Set.of());
    var added = operations.add(wish(container(), free)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();

    var renumbered =
        operations.renumber(
            claimed, new VmidChoice.Free(range(500, 600), Set.of(new VmId(500), new VmId(501))));

    assertThat(renumbered.vmid()).isEqualTo(new VmId(502));
    assertThat(operations.find(added.id()).vmid()).isEqualTo(new VmId(502));
  }

  @Test
  void endsAreKeptWithTheirReason() {
    var added = operations.add(wish(start(), 104)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();
    var failed =
        claimed
            .begun(Step.Name.START, NOON)
            .seen(0.5, List.of("line 1", "line 2"))
            .failed(new Operation.Failure("task-failed", "no such bridge"), NOON.plusSeconds(3));

    operations.record(failed);

    assertThat(operations.find(added.id())).isEqualTo(failed);
    assertThat(operations.activeOn(new VmId(104))).isEmpty();
    assertThatExceptionOfType(Superseded.class).isThrownBy(() -> operations.record(failed));
  }

  @Test
  void theEndOfAnOperationIsAChangeOfItsGuestToo() {
    var added = operations.add(wish(start(), 104)).operation();
    operations.claim(added.id(), 1);
    operations.cancel(added.id());
    assertThat(subjects("guest")).isEmpty();

    operations.record(operations.claim(added.id(), 1).orElseThrow().succeeded(NOON));

    assertThat(subjects("guest")).containsExactly("pve1/qemu/104");
    assertThat(subjects("operation")).containsExactly(added.id().toString());
  }

  private List<String> subjects(String type) {
    return database
        .client()
        .execute()
        .query("SELECT subject FROM event WHERE type = '" + type + "'")
        .map(row -> new Row(row).text("subject"))
        .toList();
  }

  @Test
  void pagesAreNewestFirstAndMissNothing() {
    for (int i = 0; i < 25; i++) {
      at(NOON.plusSeconds(i / 2)).add(wish(start(), 200 + i));
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
    operations.add(wish(start(), 104));
    var cancelled = operations.add(wish(new Order.Delete(false), 105)).operation();
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

  private PgOperations at(Instant now) {
    return new PgOperations(
        database, new Safe(new byte[32]), Clock.fixed(now, ZoneOffset.UTC), UUID::randomUUID);
  }

  private static <T> List<Future<T>> atOnce(int count, Callable<T> task)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(count, task));
    }
  }

  private String everythingStored() throws SQLException {
    try (var connection = database.pool().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT o::text || coalesce(encode(s.sealed, 'escape'), '') FROM operation o"
                    + " LEFT JOIN operation_secret s ON s.operation = o.id")) {
      var all = new StringBuilder();
      while (rows.next()) {
        all.append(rows.getString(1));
      }
      return all.toString();
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

  private static VmidRange range(int first, int last) {
    return new VmidRange(new VmId(first), new VmId(last));
  }

  private static Wish wish(Order order, int vmid) {
    return wish(order, new VmidChoice.Given(new VmId(vmid)));
  }

  private static Wish wish(Order order, VmidChoice vmid) {
    return wish(order, vmid, null, "");
  }

  private static Wish wish(Order order, VmidChoice vmid, @Nullable String key, String body) {
    var secrets =
        order.creates()
            ? new GuestSecrets(PASSWORD, List.of("ssh-ed25519 AAAAC3NzaC1 ada@lab"))
            : GuestSecrets.NONE;
    return new Wish(
        order,
        GuestKind.QEMU,
        PVE1,
        vmid,
        secrets,
        new Requester(Actor.stranger("ada"), key, List.of("POST", body)));
  }

  @Test
  void keepsWhatARetryGoesOnFrom() {
    var first = operations.add(wish(vm(blank()), 107)).operation();
    operations.cancel(first.id());
    var done = new Step(Step.Name.CREATE, Step.State.DONE, null, first.created(), first.created());
    var again = wish(vm(blank()), 107);
    var retry = new Wish.Retry(first.id(), List.of("password"), List.of(done));

    var second =
        operations
            .add(
                new Wish(
                    again.order(),
                    again.guestKind(),
                    again.node(),
                    again.vmid(),
                    again.secrets(),
                    again.by(),
                    null,
                    retry))
            .operation();

    assertThat(operations.find(second.id())).isEqualTo(second);
    assertThat(second.retryOf()).isEqualTo(first.id());
    assertThat(second.secretNames()).containsExactly("password");
    assertThat(second.steps().getFirst()).isEqualTo(done);
  }

  private static Order start() {
    return new Order.Power(PowerAction.START, 0, false);
  }

  private static VmSource blank() {
    return new VmSource.Blank("local:iso/debian.iso", "local-lvm", DiskSize.ofGib(32));
  }

  private static VmSource copied() {
    return new VmSource.Clone(new VmId(9000), true, PVE1, "nfs", null);
  }

  private static Order vm(VmSource source) {
    return new Order.CreateVm(
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

  private static Order container() {
    return new Order.CreateContainer(
        new NewContainer(
            new GuestName("my-container"),
            1,
            512,
            512,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(
                new ContainerNic("eth0", "vmbr0", null, new Addressing("dhcp", null, null, null))),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }

  @Test
  void clocksFinerThanTheDatabaseDoNotMatter() {
    var fine = at(NOON.plus(Duration.ofNanos(123_456_789)));

    var added = fine.add(wish(start(), 104)).operation();

    assertThat(fine.find(added.id())).isEqualTo(added);
  }
}
