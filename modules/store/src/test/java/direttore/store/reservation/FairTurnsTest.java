package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairTurnsTest {
  private static final int AT_ONCE = 4;
  private final FairTurns turns = new FairTurns("turn", AT_ONCE);
  private final CountDownLatch busy = new CountDownLatch(AT_ONCE);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  private Thread one(int number) {
    return Thread.ofVirtual().start(() -> turns.of(() -> done.add(number)));
  }

  private List<Thread> occupy() throws InterruptedException {
    var threads =
        IntStream.range(0, AT_ONCE)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> turns.of(this::hold)))
            .toList();
    busy.await();
    return threads;
  }

  private boolean hold() {
    busy.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  @Test
  void fewAreAtItAtOnceAndTheOthersWait() throws InterruptedException {
    var threads = new ArrayList<>(occupy());
    assertThat(turns.many()).isFalse();
    for (var i = 0; i < 3; i++) {
      var thread = one(i);
      threads.add(thread);
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    assertThat(turns.many()).isTrue();
    assertThat(done).isEmpty();

    end.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(done).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(turns.many()).isFalse();
  }

  @Test
  void aFailureLeavesTheTurnToTheNext() {
    for (var i = 0; i < 2 * AT_ONCE; i++) {
      assertThatExceptionOfType(Refusal.NotFound.class)
          .isThrownBy(() ->
              turns.of(() -> {
                throw new Refusal.NotFound("reservation", 1);
              }));
    }

    assertThat(turns.<Boolean>of(() -> true)).isTrue();
  }

  @Test
  void whatHasBegunIsWaitedForByWhoIsStopped() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var stopped = new AtomicBoolean();
    var result = new AtomicInteger();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              result.set(
                  turns.of(() -> {
                    begun.countDown();
                    hold();
                    return 7;
                  }));
              stopped.set(Thread.interrupted());
            });
    begun.await();
    thread.interrupt();
    var other = one(0);
    other.join();
    assertThat(result).hasValue(0);

    end.countDown();
    thread.join();

    assertThat(result).hasValue(7);
    assertThat(stopped).isTrue();
  }

  @Test
  void whoIsStoppedWaitsNoMore() throws InterruptedException {
    var threads = occupy();
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(Refusal.Overloaded.class).isThrownBy(() -> turns.of(() -> true));
    assertThat(Thread.interrupted()).isTrue();

    end.countDown();
    for (var thread : threads) {
      thread.join();
    }
  }
}
