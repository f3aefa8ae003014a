package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FlushTest {
  private static final int MANY = 500;

  private final Database database = TestDatabase.migrated();
  private final Flush flush = database.flush();

  @AfterEach
  void close() {
    database.close();
  }

  private long count(String sql) {
    return database
        .client()
        .execute()
        .get(sql)
        .map(row -> row.column("n").as(Number.class).get().longValue())
        .orElseThrow();
  }

  /** Those of connections that have ended, and some of others. */
  private long commits() {
    return count(
        "SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()");
  }

  private long flushing() {
    return count(
        """
        SELECT count(*) AS n FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND query LIKE '%pg_logical_emit_message%'
        """);
  }

  @Test
  void oneServesAllWhoWait() throws InterruptedException {
    var session = flush.session();
    flush.await(session);
    var before = commits();
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < MANY; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                flush.await(session);
              }));
    }

    start.countDown();
    for (var thread : threads) {
      thread.join();
    }

    flush.close();
    await().until(() -> flushing() == 0);
    assertThat(commits() - before).isPositive().isLessThan(MANY / 2);
  }

  @Test
  void whoeverWaitsForAnotherSessionIsToldThatNobodyKnows() {
    var session = flush.session();
    flush.close();

    assertThatExceptionOfType(Refusal.DatabaseAway.class).isThrownBy(() -> flush.await(session));
    var next = flush.session();
    flush.await(next);
    assertThatExceptionOfType(Refusal.DatabaseAway.class).isThrownBy(() -> flush.await(session));
  }
}
