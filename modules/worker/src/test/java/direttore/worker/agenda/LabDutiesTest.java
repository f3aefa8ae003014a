package direttore.worker.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyState;
import direttore.domain.time.Every;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.agenda.PgDutyBook;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done once, however many processes there are. */
class LabDutiesTest {
  private static final Every MINUTELY =
      new Every(Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(5));
  private final SteppingTime time = new SteppingTime();
  private final Instant start = time.now();
  private final Database database = TestDatabase.migrated();
  private final Database elsewhere = database.beside("elsewhere", 2);
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void close() {
    elsewhere.close();
    database.close();
  }

  private Agenda process(String name, Database through, Executor threads) {
    var agenda = new Agenda(new PgDutyBook(through), time, threads);
    agenda.add(Duty.once("cleaning", MINUTELY, () -> note(name)));
    return agenda;
  }

  private Agenda process(String name, Database through) {
    return process(name, through, Runnable::run);
  }

  private Optional<String> note(String process) {
    done.add(process);
    return Optional.empty();
  }

  private static DutyState only(Agenda agenda) {
    assertThat(agenda.states()).hasSize(1);
    return agenda.states().getFirst();
  }

  @Test
  void twoProcessesDoADutyOncePerPeriod() {
    var one = process("one", database);
    var other = process("other", elsewhere);

    for (int round = 0; round < 4; round++) {
      (round % 2 == 0 ? one : other).look();
      (round % 2 == 0 ? other : one).look();
      time.pass(Duration.ofMinutes(1));
    }

    assertThat(done).containsExactly("one", "other", "one", "other");
    assertThat(only(one)).isEqualTo(only(other));
  }

  @Test
  void whatOneHasInHandIsLeftAloneAndFreeAgainAfterIt() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var slow =
        new Agenda(
            new PgDutyBook(elsewhere),
            time,
            run ->
                Thread.startVirtualThread(() -> {
                  run.run();
                  ended.countDown();
                }));
    slow.add(
        Duty.once(
            "cleaning",
            MINUTELY,
            () -> {
              begun.countDown();
              awaitUninterruptibly(go);
              return Optional.empty();
            }));
    slow.look();
    begun.await();
    var one = process("one", database);

    one.look();
    time.pass(Duration.ofSeconds(5));
    one.look();
    assertThat(done).isEmpty();

    endOthers();
    time.pass(Duration.ofSeconds(5));
    one.look();
    assertThat(done).as("once the process that had it is gone").containsExactly("one");
    go.countDown();
    ended.await();
  }

  /** As if the process that holds the lock had died. */
  private void endOthers() {
    database
        .client()
        .execute()
        .createGet(
            """
            SELECT count(pg_terminate_backend(pid, 5000)) AS ended FROM pg_locks
             WHERE locktype = 'advisory' AND classid = 17491
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .execute();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRestartKeepsWhatWasLastDoneAndWrong() {
    var first = new Agenda(new PgDutyBook(database), time, Runnable::run);
    first.add(
        Duty.once(
            "cleaning",
            MINUTELY.again(Duration.ofHours(1)),
            () -> {
              throw new IllegalStateException("the broom is broken");
            }));
    first.look();
    first.close();

    var second = new Agenda(new PgDutyBook(elsewhere), time, Runnable::run);
    var kept = only(second);

    assertThat(kept.began()).isEqualTo(start);
    assertThat(kept.trouble()).isEqualTo("the broom is broken");
    assertThat(kept.isTroubled()).isTrue();
    assertThat(kept.due()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  @Test
  void aRestartBringsNothingForward() {
    process("one", database).look();
    time.pass(Duration.ofSeconds(59));

    var again = process("again", database);
    again.look();
    assertThat(done).containsExactly("one");
    time.pass(Duration.ofSeconds(1));
    again.look();

    assertThat(done).containsExactly("one", "again");
  }
}
