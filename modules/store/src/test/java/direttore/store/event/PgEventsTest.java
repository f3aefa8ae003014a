package direttore.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.event.Event;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.Transaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgEventsTest {
  private static final String TELL = "SELECT tell('operation', '%s')";
  private Database database;
  private PgEvents events;
  private EventTeller teller;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    events = new PgEvents(database);
    teller = EventTeller.start(database);
  }

  @AfterEach
  void close() {
    teller.close();
    events.close();
    database.close();
  }

  @Test
  void whatChangesIsToldToEachListener() {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);

    tell("a");

    await().untilAsserted(() -> assertThat(heard).containsExactly(new Event(1, "operation", "a")));
  }

  @Test
  void aListenerThatLeftHearsNothing() {
    var left = new CopyOnWriteArrayList<Event>();
    var stayed = new CopyOnWriteArrayList<Event>();
    events.subscribe(left::add).close();
    events.subscribe(stayed::add);

    tell("a");

    await().until(() -> stayed.size() == 1);
    assertThat(left).isEmpty();
  }

  @Test
  void whoResumesGetsEachSubjectOnceWithItsLatestChange() {
    tell("a");
    tell("b");
    tell("a");

    await()
        .untilAsserted(
            () -> assertThat(events.after(0)).extracting(Event::subject).containsExactly("b", "a"));
    assertThat(events.after(events.latest())).isEmpty();
  }

  @Test
  void manyWritersAtOnceAreHeardInOrderAndCompletely()
      throws InterruptedException, ExecutionException {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200).forEach(i -> threads.execute(() -> tell("s" + i)));
    }

    await().until(() -> heard.size() == 200);
    assertThat(heard).extracting(Event::seq).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatHappenedWhileTheConnectionWasLostIsToldAfterwards() {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);

    // The listener's own connection is cut on the server, and something changes at once.
    database
        .client()
        .execute()
        .get(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                + " AND datname = current_database()");
    tell("missed");

    await().untilAsserted(() -> assertThat(heard).extracting(Event::subject).contains("missed"));
    tell("next");
    await().untilAsserted(() -> assertThat(heard).extracting(Event::subject).contains("next"));
    assertThat(heard).extracting(Event::seq).doesNotHaveDuplicates();
  }

  @Test
  void whoeverDecidesSomethingWaitsForNobodyElsesCommit() throws InterruptedException {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);
    var told = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    var slow =
        Thread.ofVirtual()
            .start(() ->
                Transaction.in(
                    database.client(),
                    execute -> {
                      execute.get(TELL.formatted("slow"));
                      told.countDown();
                      awaitQuietly(open);
                    }));
    told.await();

    tell("quick");

    await().untilAsserted(() -> assertThat(heard).extracting(Event::subject).contains("quick"));
    open.countDown();
    slow.join();
    database.changed();
    await()
        .untilAsserted(
            () -> assertThat(heard).extracting(Event::subject).containsExactly("quick", "slow"));
  }

  @Test
  void whatAProcessLeftBehindIsToldByAnother() {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);

    // It was committed, and the process died before it could wake its teller.
    database.client().execute().get(TELL.formatted("left"));

    await().untilAsserted(() -> assertThat(heard).extracting(Event::subject).contains("left"));
  }

  @Test
  void tellersOfTwoProcessesTellEachEventOnce() {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(heard::add);

    try (var other = EventTeller.start(database)) {
      IntStream.range(0, 3_000).forEach(i -> tell("s" + i));
      await().until(() -> heard.size() == 3_000);
      assertThat(other).isNotNull();
    }

    assertThat(heard).extracting(Event::seq).isSorted().doesNotHaveDuplicates();
    assertThat(heard).extracting(Event::subject).doesNotHaveDuplicates();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String subject) {
    database.client().execute().get(TELL.formatted(subject));
    database.changed();
  }

  @Test
  void aFailingListenerDoesNotSilenceTheOthers() {
    var heard = new CopyOnWriteArrayList<Event>();
    events.subscribe(e -> {
      throw new IllegalStateException("a listener's own trouble");
    });
    events.subscribe(heard::add);

    tell("a");

    await().until(() -> List.copyOf(heard).size() == 1);
  }
}
