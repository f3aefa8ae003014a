package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.operation.Operation;
import direttore.store.Row;
import java.sql.Connection;
import java.sql.SQLException;
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
    operation = operations.add(wish(start(), 104)).operation();
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
  void aClockThatWasSetBackKeepsNobodyForEver() {
    set(holder, "seen_at = now() + interval '1 hour'");
    set(taker, "steady_since = now() + interval '1 hour'");

    assertTaken();
  }
}
