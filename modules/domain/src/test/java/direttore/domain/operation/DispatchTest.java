package direttore.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operations.Added;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DispatchTest {
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore decided = new Semaphore(0);
  private final ConcurrentLinkedQueue<UUID> enqueued = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(120)
  void whoseTurnDoesNotComeIsToldToTryLater() throws InterruptedException {
    var dispatch = dispatch(Duration.ofMillis(20));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, OrderTurns.AT_ONCE)
          .forEach(i -> threads.execute(() -> dispatch.submit(submission(100 + i))));
      begun.acquire(OrderTurns.AT_ONCE);

      assertThatExceptionOfType(Refusal.Overloaded.class)
          .isThrownBy(() -> dispatch.submit(submission(200)))
          .withMessage("Too many orders came at once: try again later.");

      decided.release(OrderTurns.AT_ONCE);
    }
    assertThat(enqueued).hasSize(OrderTurns.AT_ONCE);
    decided.release();
    assertThat(dispatch.submit(submission(200)).order()).isEqualTo(new DeviceCheck(200));
  }

  @Test
  void aRefusalGivesTheTurnBack() {
    var dispatch =
        new Dispatch(
            operations(submission -> {
              throw new Refusal.KeyReused("k");
            }),
            queue(),
            new OrderTurns(),
            operation -> {},
            Duration.ofMillis(20));

    for (int i = 0; i < 10; i++) {
      assertThatExceptionOfType(Refusal.KeyReused.class)
          .isThrownBy(() -> dispatch.submit(submission(100)));
    }
  }

  private Dispatch dispatch(Duration patience) {
    return new Dispatch(
        operations(submission -> {
          begun.release();
          decided.acquireUninterruptibly();
          return new Added(queued(submission), true);
        }),
        queue(),
        new OrderTurns(),
        operation -> {},
        patience);
  }

  /** Operations that can do nothing but be added. */
  private static Operations operations(Function<Submission, Added> add) {
    return (Operations)
        Proxy.newProxyInstance(
            DispatchTest.class.getClassLoader(),
            new Class<?>[] {Operations.class},
            (self, method, arguments) -> add.apply((Submission) arguments[0]));
  }

  private JobQueue queue() {
    return new JobQueue() {
      @Override
      public void enqueue(UUID operation) {
        enqueued.add(operation);
      }

      @Override
      public boolean revive(UUID operation) {
        return false;
      }
    };
  }

  private static Operation queued(Submission submission) {
    return Operation.queued(UUID.randomUUID(), submission.order(), "ada", Instant.EPOCH);
  }

  private static Submission submission(int device) {
    return new Submission(
        new DeviceCheck(device),
        GuestSecrets.NONE,
        new Submitter(Actor.stranger("ada"), null, List.of()));
  }
}
