package direttore.store.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.store.Database;
import direttore.store.Row;
import direttore.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgWorkersTest {
  private Database database;
  private PgWorkers workers;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    workers = new PgWorkers(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachWorkerHasANumberOfItsOwnAndIsAliveWhileItStays() {
    try (var stays = workers.join(() -> {})) {
      try (var leaves = workers.join(() -> {})) {
        assertThat(alive()).containsExactlyInAnyOrder(stays.number(), leaves.number());
      }

      await().untilAsserted(() -> assertThat(alive()).containsExactly(stays.number()));
    }
  }

  @Test
  void allWorkersAreWoken() {
    var woken = new AtomicInteger();
    try (var one = workers.join(woken::incrementAndGet);
        var two = workers.join(woken::incrementAndGet)) {
      var before = woken.get();

      workers.wake();

      await().until(() -> woken.get() == before + 2);
      assertThat(one.number()).isNotEqualTo(two.number());
    }
  }

  @Test
  void aWorkerWhoseConnectionWasCutComesBackUnderItsNumber() {
    try (var worker = workers.join(() -> {})) {
      database
          .client()
          .execute()
          .get(
              "SELECT pg_terminate_backend(l.pid) FROM pg_locks l"
                  + " WHERE l.locktype = 'advisory' AND l.classid = 17481");

      // It cannot know yet who else comes back, so it takes nothing from others.
      await()
          .untilAsserted(() ->
              assertThat(numbers("SELECT number FROM worker_unsteady"))
                  .containsExactly(worker.number()));
      await().untilAsserted(() -> assertThat(alive()).containsExactly(worker.number()));
      await().until(worker::held);
    }
  }

  @Test
  void aWorkerDisturbsNobodyWhoHasItsNumberInAnotherDatabaseOfTheServer() {
    try (var here = workers.join(() -> {});
        var other = TestDatabase.migrated()) {
      var session = session(here.number());

      try (var there = new PgWorkers(other).join(() -> {})) {
        assertThat(there.number()).isEqualTo(here.number());
        await()
            .during(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(session(here.number())).isEqualTo(session));
      }
    }
  }

  private List<Integer> session(int worker) {
    return numbers(
        """
        SELECT pid AS number FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE locktype = 'advisory' AND classid = 17481 AND objid::integer = %d
           AND datname = current_database()
        """
            .formatted(worker));
  }

  @Test
  void aWorkerShowsThatItLives() {
    try (var worker = workers.join(() -> {})) {
      assertThat(worker.held()).isTrue();
      database.client().execute().dml("UPDATE worker SET seen_at = now() - interval '5 s'");

      await()
          .untilAsserted(() ->
              assertThat(
                      numbers("SELECT number FROM worker WHERE seen_at > now() - interval '2 s'"))
                  .containsExactly(worker.number()));
    }
  }

  @Test
  void aWorkerThatLeavesInGoodOrderKeepsNothing() {
    try (var worker = workers.join(() -> {})) {
      assertThat(numbers("SELECT number FROM worker_keeping")).containsExactly(worker.number());
    }

    assertThat(numbers("SELECT number FROM worker_keeping")).isEmpty();
  }

  private List<Integer> alive() {
    return numbers("SELECT number FROM worker_alive");
  }

  private List<Integer> numbers(String sql) {
    return database
        .client()
        .execute()
        .query(sql)
        .map(row -> new Row(row).integer("number"))
        .toList();
  }
}
