package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TogetherTest {
  private final ConcurrentLinkedQueue<List<Integer>> stored = new ConcurrentLinkedQueue<>();

  @Test
  void whatComesWhileOthersAreStoredIsStoredTogether() throws Exception {
    var first = new CountDownLatch(1);
    var together =
        new Together<Integer>(things -> {
          stored.add(things);
          if (things.contains(0)) {
            await().until(() -> first.getCount() == 0);
          }
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> together.add(0));
      await().until(() -> !stored.isEmpty());
      var others =
          IntStream.rangeClosed(1, 20)
              .mapToObj(i -> Thread.ofVirtual().start(() -> together.add(i)))
              .toList();
      await().until(() -> others.stream().allMatch(t -> t.getState() == Thread.State.WAITING));

      first.countDown();
      for (var other : others) {
        other.join();
      }
    }

    assertThat(stored).hasSize(2);
    assertThat(stored.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, 20).boxed().toList());
  }

  @Test
  void nothingCountsAsStoredWhereTheProgramItselfFails() {
    var together =
        new Together<Integer>(things -> {
          throw new StackOverflowError();
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> together.add(1))
        .withCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void anErrorReachesWhoeverWaitedForIt() {
    var together =
        new Together<Integer>(things -> {
          throw new IllegalStateException("away");
        });

    assertThatIllegalStateException().isThrownBy(() -> together.add(1)).withMessage("away");
  }
}
