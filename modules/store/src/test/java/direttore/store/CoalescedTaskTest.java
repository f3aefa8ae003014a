package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTaskTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void isDoneOnceForAllWhoAskWhileItGoesOn() {
    var done = new AtomicInteger();
    var gate = new Semaphore(0);
    try (var task =
        new CoalescedTask(
            "test",
            () -> {
              done.incrementAndGet();
              gate.acquireUninterruptibly();
            },
            Duration.ZERO,
            LONG)) {
      task.ask();
      await().until(() -> done.get() == 1);
      for (int i = 0; i < 100; i++) {
        task.ask();
      }

      gate.release();
      await().until(() -> done.get() == 2);

      gate.release();
      await().until(gate::hasQueuedThreads, waiting -> !waiting);
      assertThat(done).hasValue(2);
    }
  }

  @Test
  void isDoneNowAndThenUnasked() {
    var done = new AtomicInteger();
    try (var task =
        new CoalescedTask("test", done::incrementAndGet, Duration.ZERO, Duration.ofMillis(10))) {
      await().until(() -> done.get() > 2);
      assertThat(task).isNotNull();
    }
  }

  @Test
  void goesOnAfterAFailure() {
    var tries = new AtomicInteger();
    try (var task =
        new CoalescedTask(
            "test",
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
              }
            },
            Duration.ZERO,
            LONG)) {
      task.ask();
      await().until(() -> tries.get() == 1);
      task.ask();
      await().until(() -> tries.get() == 2);
    }
  }

  @Test
  void endsWhenItIsClosed() {
    var done = new AtomicInteger();
    var task = new CoalescedTask("test", done::incrementAndGet, Duration.ZERO, LONG);
    task.close();
    await().until(task::ended);

    task.ask();

    assertThat(done).hasValue(0);
  }
}
