package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Operations;
import direttore.store.Row;
import direttore.store.worker.PgWorkers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose operations are taken up by others, and when. */
class PgLostWorkerTest extends PgOperationsFixture {
  private int holder;
  private int taker;
  private Operation operation;

  @BeforeEach
  void twoWorkers() {
    holder = worker();
    taker = worker();
    operation = operations.add(submission(start(), 104)).operation();
    operations.claim(operation.id(), holder);
  }

  private int worker() {
    return database
        .client()
        .execute()
        .query("INSERT INTO worker (seen_at) VALUES (now()) RETURNING number")
        .map(row -> new Row(row).integer("number"))
        .toList()
        .getFirst();
  }

  private void set(int worker, String what) {
    database
        .client()
        .execute()
        .dml("UPDATE worker SET %s WHERE number = %d".formatted(what, worker));
  }

  private Connection locked(int worker) throws SQLException {
    var connection = database.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(17481, %d)".formatted(worker));
    }
    return connection;
  }

  private void assertKept() {
    assertThat(operations.stranded(taker)).isEmpty();
    assertThat(operations.claim(operation.id(), taker)).isEmpty();
  }

  private void assertTaken() {
    assertThat(operations.stranded(taker)).containsExactly(operation.id());
    assertThat(operations.claim(operation.id(), taker)).isPresent();
  }

  @Test
  void aConnectionThatWasLostAMomentAgoMayComeBack() {
    set(holder, "seen_at = now() - interval '2 s'");

    assertKept();
  }

  @Test
  void aConnectionThatDoesNotComeBackIsAWorkerThatIsGone() {
    set(holder, "seen_at = now() - interval '5 s'");

    assertTaken();
  }

  @Test
  void aWorkerThatHangsKeepsItsOperationsForHalfAMinute() throws SQLException {
    try (var connection = locked(holder)) {
      assertThat(connection.isValid(1)).isTrue();
      set(holder, "seen_at = now() - interval '25 s'");

      assertKept();
    }
  }

  @Test
  void aWorkerThatHangsForLongerLosesThem() throws SQLException {
    try (var connection = locked(holder)) {
      assertThat(connection.isValid(1)).isTrue();
      set(holder, "seen_at = now() - interval '31 s'");

      assertTaken();
    }
  }

  @Test
  void aWorkerOfAnEarlierVersionGivesNoSignsOfLife() throws SQLException {
    set(holder, "seen_at = NULL");
    try (var connection = locked(holder)) {
      assertThat(connection.isValid(1)).isTrue();
      assertKept();
    }
  }

  @Test
  void whoeverWasAwayItselfTakesNothing() {
    set(holder, "seen_at = now() - interval '1 hour'");
    set(taker, "steady_since = now()");
    assertKept();

    set(taker, "steady_since = NULL, seen_at = now() - interval '1 hour'");
    assertKept();

    set(taker, "seen_at = now()");
    assertTaken();
  }

  @Test
  void anOperationSaysSinceWhenItsWorkerIsSilent() {
    assertThat(operations.find(operation.id()).workerSilentSince()).isNull();

    set(holder, "seen_at = timestamptz '2026-11-23 11:59:00Z'");

    var since = Instant.parse("2026-11-23T11:59:00Z");
    assertThat(operations.find(operation.id()).workerSilentSince()).isEqualTo(since);
    assertThat(
            operations
                .page(new OperationFilter(Set.of(), null, null, null, null, null, null, 10))
                .operations())
        .extracting(Operation::workerSilentSince)
        .containsExactly(since);
    assertThat(operations.claim(operation.id(), taker))
        .hasValueSatisfying(taken -> assertThat(taken.workerSilentSince()).isNull());
  }

  @Test
  void whatASilentWorkerHasNotBegunIsCancelledAtOnceAndItMayNotBegin() throws SQLException {
    try (var connection = locked(holder)) {
      assertThat(connection.isValid(1)).isTrue();
      set(holder, "seen_at = now() - interval '10 s'");
      var inHand = operations.find(operation.id());

      assertThat(operations.cancel(operation.id()).state()).isEqualTo(Operation.State.CANCELLED);

      assertThatExceptionOfType(Operations.Superseded.class)
          .isThrownBy(() -> operations.record(inHand.begun(GuestStep.START.wire(), NOON)));
    }
  }

  @Test
  void whatASilentWorkerHasBegunIsLookedAtByAnother() {
    operations.record(operations.find(operation.id()).begun(GuestStep.START.wire(), NOON));
    set(holder, "seen_at = now() - interval '10 s'");

    var cancelled = operations.cancel(operation.id());

    assertThat(cancelled.state()).isEqualTo(Operation.State.RUNNING);
    assertThat(operations.claim(operation.id(), taker))
        .hasValueSatisfying(taken -> assertThat(taken.cancelRequested()).isTrue());
  }

  @Test
  void aLivingWorkerEndsItsOperationItself() {
    assertThat(operations.cancel(operation.id()).state()).isEqualTo(Operation.State.RUNNING);
  }

  @Test
  void workersOfYesterdayAreForgottenUnlessTheyHaveSomethingInHand() {
    var gone = worker();
    set(gone, "seen_at = now() - interval '25 hours'");
    set(holder, "seen_at = now() - interval '25 hours'");

    try (var newcomer = new PgWorkers(database).join(() -> {})) {
      assertThat(numbers()).containsExactly(holder, taker, newcomer.number());
    }
  }

  private List<Integer> numbers() {
    return database
        .client()
        .execute()
        .query("SELECT number FROM worker ORDER BY number")
        .map(row -> new Row(row).integer("number"))
        .toList();
  }

  @Test
  void aClockThatWasSetBackKeepsNobodyForEver() {
    set(holder, "seen_at = now() + interval '1 hour'");
    set(taker, "steady_since = now() + interval '1 hour'");

    assertTaken();
  }
}
