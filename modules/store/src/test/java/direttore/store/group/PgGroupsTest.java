package direttore.store.group;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupKey;
import direttore.domain.group.GroupReconciler;
import direttore.domain.group.MemberState;
import direttore.domain.group.NewGroup;
import direttore.domain.group.Stage;
import direttore.domain.group.Want;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.store.Database;
import direttore.store.PgRetention;
import direttore.store.Row;
import direttore.store.TestDatabase;
import direttore.store.Transaction;
import direttore.store.operation.PgOperations;
import direttore.store.operation.PgSecretKey;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgGroupsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final String START = GuestStep.START.wire();

  private final List<UUID> queued = new ArrayList<>();
  private final JobQueue queue =
      new JobQueue() {
        @Override
        public void enqueue(UUID operation) {
          queued.add(operation);
        }

        @Override
        public boolean revive(UUID operation) {
          return false;
        }
      };
  private Database database;
  private PgOperations operations;
  private PgGroups groups;
  private GroupReconciler reconciler;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    var safe = new Safe(new byte[32]);
    operations = new PgOperations(database, safe, CLOCK, UUID::randomUUID);
    groups = new PgGroups(database, safe, CLOCK, UUID::randomUUID);
    reconciler = new GroupReconciler(groups, new Dispatch(operations, queue), Set::of);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static GuestOrder start(int vmid) {
    return new GuestOrder(
        new GuestRef(GuestKind.QEMU, PVE1, new VmId(vmid)),
        new GuestAction.Power(PowerAction.START, 0, false),
        Terms.USUAL);
  }

  private static NewGroup starts(int many, int wave) {
    var members =
        IntStream.range(0, many)
            .mapToObj(i -> new NewGroup.Ordered(start(101 + i), null, GuestSecrets.NONE, null))
            .toList();
    return new NewGroup("Start them", members, false, wave);
  }

  private static Submitter by(@Nullable String key, String request) {
    return new Submitter(Actor.ANYBODY, key, List.of(request));
  }

  private Group ordered(int many, int wave) {
    var group = groups.add(starts(many, wave), by(null, ""));
    reconciler.reconcile(group.id());
    return group;
  }

  private Operation running(UUID id) {
    return operations.claim(id, 1).orElseThrow();
  }

  private void end(UUID id) {
    operations.note(running(id).succeeded(NOON));
  }

  @Test
  void submitsAWaveAndTheNextAsOperationsEnd() {
    var group = ordered(5, 2);
    assertThat(queued).hasSize(2);

    end(queued.getFirst());
    reconciler.reconcile(group.id());

    assertThat(queued).hasSize(3);
    assertThat(requireNonNull(operations.find(queued.getLast()).membership()).group())
        .isEqualTo(group.id());
    assertThat(groups.find(group.id()).counts())
        .isEqualTo(Map.of(MemberState.SUCCEEDED, 1, MemberState.QUEUED, 2, MemberState.WAITING, 2));
    assertThat(groups.active()).containsExactly(group.id());
  }

  @Test
  void endsWithTheLastOfItsOperations() {
    var group = ordered(2, 2);
    List.copyOf(queued).forEach(this::end);

    reconciler.reconcile(group.id());

    assertThat(groups.find(group.id()).group().finished()).isEqualTo(NOON);
    assertThat(groups.active()).isEmpty();
  }

  @Test
  void aMemberHasNoErrorWhileItsOperationRuns() {
    var group = ordered(1, 1);
    var why = new Operation.Failure(Operation.Failure.CANCELLED, "");
    var ending = running(queued.getFirst()).begun(START, NOON).ending(why);
    operations.record(ending);
    assertThat(groups.find(group.id()).part(0).why()).isNull();

    operations.record(ending.cancelled(why, NOON));

    assertThat(groups.find(group.id()).part(0).why()).isEqualTo(why);
  }

  @Test
  void doesNotEndWhileOneOfItsOperationsIsActive() {
    var group = ordered(1, 1);

    groups.ended(group.id(), 0);

    assertThat(groups.find(group.id()).group().finished()).isNull();
  }

  @Test
  void keepsWhyAnOrderWasRefusedAndGoesOnWithTheOthers() {
    var holder =
        operations.add(new Submission(start(101), GuestSecrets.NONE, by(null, ""))).operation();

    var group = ordered(2, 1);

    assertThat(queued).hasSize(1);
    var refused = groups.find(group.id()).part(0);
    assertThat(refused.state()).isEqualTo(MemberState.REFUSED);
    assertThat(requireNonNull(refused.why()).type()).isEqualTo("busy");
    assertThat(requireNonNull(refused.why()).message()).contains(holder.id().toString());
  }

  @Test
  void findsWhatWasSubmittedBefore() {
    var group = ordered(1, 1);
    var key = new GroupKey(0, 0, Stage.ORDER, 0);
    var again =
        new Submission(
            start(101),
            GuestSecrets.NONE,
            by(null, ""),
            null,
            null,
            operations.find(queued.getFirst()).membership());

    var found = operations.add(again);

    assertThat(found.fresh()).isFalse();
    assertThat(found.operation().id()).isEqualTo(queued.getFirst());
    assertThat(requireNonNull(found.operation().membership()).key()).isEqualTo(key.toString());
    assertThat(groups.find(group.id()).counts()).isEqualTo(Map.of(MemberState.QUEUED, 1));
  }

  @Test
  void findsTheGroupOfAnIdempotencyKeyAgain() {
    var first = groups.add(starts(2, 1), by("k", "a"));

    assertThat(groups.add(starts(2, 1), by("k", "a")).id()).isEqualTo(first.id());
    assertThatExceptionOfType(Refusal.KeyReused.class)
        .isThrownBy(() -> groups.add(starts(2, 1), by("k", "b")));
  }

  @Test
  void cancellingEndsWhatIsQueuedAndAsksWhatRuns() {
    var group = ordered(3, 2);
    var running = running(queued.getFirst());

    groups.cancel(group.id());
    groups.cancel(group.id());

    assertThat(groups.find(group.id()).group().round()).isEqualTo(1);
    assertThat(groups.find(group.id()).group().want()).isEqualTo(Want.CANCELLED);
    assertThat(operations.find(queued.getLast()).state()).isEqualTo(State.CANCELLED);
    assertThat(operations.cancelRequested()).containsExactly(running.id());
    reconciler.reconcile(group.id());
    assertThat(queued).hasSize(2);
    assertThat(groups.active()).containsExactly(group.id());
    operations.record(running.cancelled(null, NOON));
    reconciler.reconcile(group.id());
    assertThat(groups.active()).isEmpty();
  }

  @Test
  void anOperationOfAnOlderRoundBeginsNothingMore() {
    var group = ordered(2, 2);
    var before = running(queued.getFirst());
    var begun = running(queued.getLast()).begun(START, NOON);
    operations.begin(begun);

    groups.cancel(group.id());

    assertThatExceptionOfType(Operations.OlderRound.class)
        .isThrownBy(() -> operations.begin(before.begun(START, NOON)));
    assertThat(operations.find(before.id()).nextStep().orElseThrow().started()).isNull();
    // What had begun is written to its end.
    operations.note(begun.done(START, NOON).succeeded(NOON));
    assertThat(operations.find(begun.id()).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whoeverLostAnOperationHearsThatFirst() {
    ordered(1, 1);
    var first = running(queued.getFirst());
    running(queued.getFirst());

    assertThatExceptionOfType(Operations.Superseded.class)
        .isThrownBy(() -> operations.begin(first.begun(START, NOON)));
  }

  @Test
  void takesNoOperationOfAnOlderRound() {
    var group = ordered(1, 1);
    groups.cancel(group.id());
    var part = operations.find(queued.getFirst()).membership();
    var late =
        new Submission(
            start(109),
            GuestSecrets.NONE,
            by(null, ""),
            null,
            null,
            new Membership(requireNonNull(part).group(), "7:0:order:0", 0));

    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> operations.add(late));
  }

  @Test
  void aBeginningWaitsForARoundThatIsAboutToChange() throws Exception {
    var group = ordered(1, 1);
    var running = running(queued.getFirst());
    var begun =
        Transaction.of(
            database.client(),
            execute -> {
              execute
                  .createUpdate("UPDATE operation_fence SET round = round + 1 WHERE id = :id")
                  .addParam("id", group.id())
                  .execute();
              var trying =
                  CompletableFuture.runAsync(() -> operations.begin(running.begun(START, NOON)));
              awaitALock(trying);
              return trying;
            });

    assertThat(begun.handle((done, failure) -> failure.getCause()).get(10, TimeUnit.SECONDS))
        .isInstanceOf(Operations.OlderRound.class);
  }

  private void awaitALock(Future<?> trying) {
    var waiting = false;
    while (!waiting && !trying.isDone()) {
      waiting =
          database
              .client()
              .execute()
              .createGet("SELECT count(*) AS many FROM pg_locks WHERE NOT granted")
              .execute()
              .map(row -> new Row(row).number("many") > 0)
              .orElse(false);
    }
  }

  @Test
  void secretsComeWithTheirMemberAndGoWithTheGroup() {
    var secrets = new GuestSecrets("canary-password", List.of());
    var member = new NewGroup.Ordered(start(101), null, secrets, null);
    var group = groups.add(new NewGroup("one", List.of(member), false, 1), by(null, ""));

    assertThat(groups.secrets(group.id(), 0)).isEqualTo(secrets);
    assertThat(groups.secrets(group.id(), 1)).isEqualTo(GuestSecrets.NONE);
    var key = new PgSecretKey(database);
    var other = new byte[Safe.KEY_BYTES];
    other[0] = 1;
    assertThat(key.stored()).isEqualTo(1);
    assertThat(key.opensAll(new Safe(new byte[Safe.KEY_BYTES]))).isTrue();
    assertThat(key.opensAll(new Safe(other))).isFalse();
    groups.ended(group.id(), 0);
    assertThat(groups.secrets(group.id(), 0)).isEqualTo(GuestSecrets.NONE);
  }

  @Test
  void tellsOfItselfWhenItChanges() {
    var group = ordered(1, 1);
    assertThat(announced()).containsExactly(group.id().toString());

    end(queued.getFirst());

    assertThat(announced()).containsExactly(group.id().toString());
  }

  private List<String> announced() {
    var execute = database.client().execute();
    execute.delete("DELETE FROM event");
    execute.get("SELECT announce_events(1000)");
    return execute
        .query("SELECT subject FROM event WHERE type = 'group'")
        .map(row -> new Row(row).text("subject"))
        .toList();
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    var ids = IntStream.range(0, 3).mapToObj(i -> ordered(1, 1).id()).toList();

    var first = groups.page(new GroupFilter(Actor.ANYBODY.name(), null, null, 2));
    var rest = groups.page(new GroupFilter(null, null, first.next(), 2));

    assertThat(first.groups()).hasSize(2);
    assertThat(rest.groups()).hasSize(1);
    assertThat(rest.next()).isNull();
    assertThat(
            Stream.concat(first.groups().stream(), rest.groups().stream())
                .map(progress -> progress.group().id()))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(groups.page(new GroupFilter("nobody", null, null, 2)).groups()).isEmpty();
    assertThat(groups.page(new GroupFilter(null, true, null, 2)).groups()).hasSize(1);
  }

  @Test
  void isForgottenWithTheLastOfItsOperations() {
    var group = ordered(1, 1);
    end(queued.getFirst());
    var retention = new PgRetention(database);
    var later = NOON.plusSeconds(1);
    assertThat(retention.forgetOperations(later)).isZero();
    assertThat(retention.forgetGroups(later)).isZero();

    reconciler.reconcile(group.id());

    assertThat(retention.forgetOperations(later)).isEqualTo(1);
    assertThat(retention.forgetGroups(later)).isEqualTo(1);
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> groups.find(group.id()));
  }
}
