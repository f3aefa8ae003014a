package direttore.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OrderTurnsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final OrderTurns turns = new OrderTurns();

  @Test
  void nobodyGivesWayToOrdersThatHaveTheirTurn() throws InterruptedException {
    takeAll();

    turns.giveWay(LONG);
  }

  @Test
  void whoCarriesOutGivesWayWhileAnOrderWaits() throws InterruptedException {
    takeAll();
    var order = Thread.ofVirtual().start(() -> turns.take(LONG));
    awaitWaiting(order);
    var worker = worker(LONG);
    awaitWaiting(worker);

    turns.giveBack();

    order.join();
    worker.join();
  }

  @Test
  void whoGivesUpIsNotGivenWayTo() throws InterruptedException {
    takeAll();
    var order = Thread.ofVirtual().start(() -> turns.take(LONG));
    awaitWaiting(order);
    var worker = worker(LONG);
    awaitWaiting(worker);

    order.interrupt();

    order.join();
    worker.join();
  }

  @Test
  void wayIsGivenNoLongerThanSaid() throws InterruptedException {
    takeAll();
    var order = Thread.ofVirtual().start(() -> turns.take(LONG));
    awaitWaiting(order);

    turns.giveWay(Duration.ofMillis(1));

    assertThat(order.isAlive()).isTrue();
    turns.giveBack();
    order.join();
  }

  @Test
  void asManyAtOnceAsThereAreTurns() {
    takeAll();

    assertThat(turns.take(Duration.ofMillis(1))).isFalse();
  }

  private void takeAll() {
    IntStream.range(0, OrderTurns.AT_ONCE).forEach(i -> assertThat(turns.take(LONG)).isTrue());
  }

  private Thread worker(Duration most) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            turns.giveWay(most);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void awaitWaiting(Thread thread) {
    var waiting = List.of(Thread.State.TIMED_WAITING, Thread.State.WAITING);
    await().until(() -> waiting.contains(thread.getState()));
  }
}
