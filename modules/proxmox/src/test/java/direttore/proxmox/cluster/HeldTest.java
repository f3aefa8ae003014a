package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.testkit.MovedTime;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HeldTest {
  /** Longer than passes while something is done. */
  private static final Duration LONG = Duration.ofDays(1);

  private static final Held.Terms TERMS =
      new Held.Terms(
          Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO);
  private final MovedTime time = new MovedTime();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean broken;

  private final Held<Integer> held =
      new Held<>(
          before -> {
            var n = reads.incrementAndGet();
            if (broken) {
              throw new ProxmoxFailure.Unreachable("pve1 is away", null);
            }
            return Fetched.whole(n);
          },
          TERMS,
          time);

  @Test
  void answersFromMemoryWhileTheValueIsFresh() {
    var first = held.get();
    time.advance(Duration.ofSeconds(3));

    assertThat(held.get()).isEqualTo(first);
    assertThat(first.at()).isEqualTo(time.now().minusSeconds(3));
    assertThat(reads).hasValue(1);
  }

  @Test
  void readsAgainWhenTheValueIsOld() {
    held.get();
    time.advance(Duration.ofSeconds(4));

    assertThat(held.get().value()).isEqualTo(2);
  }

  @Test
  void readsAgainWhenTheClockWasSetBack() {
    held.get();
    time.change(Duration.ofHours(-1));

    assertThat(held.get().value()).isEqualTo(2);
    assertThat(held.get().value()).isEqualTo(2);
  }

  @Test
  void readsAgainWhenTheValueWasForgotten() {
    held.get();
    held.forget();

    assertThat(held.get().value()).isEqualTo(2);
    assertThat(held.get().value()).isEqualTo(2);
  }

  @Test
  void anAmendmentChangesTheValueAndNotItsAge() {
    var first = held.get();
    time.advance(Duration.ofSeconds(1));

    held.amend(value -> value + 100);

    assertThat(held.get().value()).isEqualTo(101);
    assertThat(held.get().at()).isEqualTo(first.at());
    assertThat(reads).hasValue(1);
  }

  @Test
  void anAmendmentDuringAReadingIsInWhatItReads() {
    var self = new AtomicReference<Held<Integer>>();
    var amending =
        new Held<Integer>(
            before -> {
              Objects.requireNonNull(self.get()).amend(value -> value + 100);
              return Fetched.whole(reads.incrementAndGet());
            },
            TERMS,
            time);
    self.set(amending);

    assertThat(amending.get().value()).isEqualTo(101);
  }

  @Test
  void oneReadingServesAllWhoAsk() throws Exception {
    var gate = new CountDownLatch(1);
    var slow =
        new Held<String>(
            before -> {
              reads.incrementAndGet();
              awaitQuietly(gate);
              return Fetched.whole("cluster");
            },
            TERMS,
            time);
    Callable<String> ask = () -> slow.get().value();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = Collections.nCopies(100, ask).stream().map(threads::submit).toList();
      gate.countDown();
      for (var each : all) {
        assertThat(each.get()).isEqualTo("cluster");
      }
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void aReadingThatBeganBeforeTheChangeIsNotFreshEnough() throws Exception {
    var begun = new Semaphore(0);
    var gate = new Semaphore(0);
    var slow =
        new Held<Integer>(
            before -> {
              var n = reads.incrementAndGet();
              begun.release();
              gate.acquireUninterruptibly();
              return Fetched.whole(n);
            },
            TERMS,
            time);

    slow.refresh();
    begun.acquire();
    slow.forget();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = threads.submit(() -> slow.get().value());
      gate.release(2);
      assertThat(asked.get()).isEqualTo(2);
    }
  }

  @Test
  void showsTheEarlierStateAndWhyWhenReadingFails() {
    var first = held.get();
    broken = true;
    time.advance(Duration.ofSeconds(10));

    var stale = held.get();

    assertThat(stale.value()).isEqualTo(first.value());
    assertThat(stale.at()).isEqualTo(first.at());
    assertThat(stale.trouble()).isEqualTo("pve1 is away");
  }

  @Test
  void restsAfterAFailure() {
    held.get();
    broken = true;
    time.advance(Duration.ofSeconds(10));
    held.get();
    held.get();
    assertThat(reads).hasValue(2);

    time.advance(Duration.ofSeconds(2));
    broken = false;
    assertThat(held.get().stale()).isFalse();
  }

  @Test
  void refusesWhenNothingWasEverRead() {
    broken = true;

    assertThatExceptionOfType(Refusal.Unreachable.class)
        .isThrownBy(held::get)
        .withMessage("pve1 is away");
  }

  @Test
  void afterAReadingThatTookLongNobodyWaitsForTheNext() {
    var gates = new Semaphore(1);
    var slow =
        new Held<Integer>(
            before -> {
              gates.acquireUninterruptibly();
              return Fetched.whole(reads.incrementAndGet());
            },
            TERMS,
            time);
    slow.get();
    time.advance(Duration.ofSeconds(4));
    assertThat(time.passing(slow::get).trouble()).isEqualTo("Proxmox is slow to answer");
    time.advance(Duration.ofSeconds(1));
    gates.release();
    await().until(() -> slow.last().orElseThrow() == 2);
    time.advance(Duration.ofSeconds(4));

    // Whoever waited would do so for ever, as no time passes.
    var next = slow.get();

    assertThat(next.value()).isEqualTo(2);
    assertThat(next.trouble()).isEqualTo("Proxmox is slow to answer");
    gates.release();
  }

  @Test
  void doesNotWaitLongerThanItsPatience() {
    var never = new CountDownLatch(1);
    var impatient =
        new Held.Terms(
            Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ZERO);
    var slow =
        new Held<String>(
            before -> {
              if (reads.incrementAndGet() > 1) {
                awaitQuietly(never);
              }
              return Fetched.whole("early");
            },
            impatient,
            time);
    assertThat(slow.get().stale()).isFalse();
    time.advance(Duration.ofSeconds(4));

    var late = time.passing(slow::get);

    assertThat(late.value()).isEqualTo("early");
    assertThat(late.trouble()).isEqualTo("Proxmox is slow to answer");
    assertThat(reads).as("the same reading is still under way").hasValue(2);
    assertThat(slow.get()).isEqualTo(late);
    never.countDown();
  }

  @Test
  void keepsADistanceBetweenReadingsHoweverOftenItIsToldToForget() {
    var calm =
        new Held<Integer>(
            before -> Fetched.whole(reads.incrementAndGet()),
            new Held.Terms(
                Duration.ofSeconds(4), Duration.ofSeconds(2), LONG, Duration.ofMillis(100)),
            time);
    var begin = time.nanos();

    for (int i = 0; i < 4; i++) {
      calm.forget();
      time.passing(calm::get);
    }

    assertThat(time.since(begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(reads).hasValue(4);
  }

  @Test
  void restsLongerAfterASlowReading() {
    var slow =
        new Held<Integer>(
            before -> {
              time.advance(Duration.ofMillis(40));
              return Fetched.whole(reads.incrementAndGet());
            },
            TERMS,
            time);
    slow.get();
    var end = time.nanos();

    slow.forget();
    time.passing(slow::get);

    assertThat(time.since(end)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
  }

  @Test
  void whatOthersForgetInTheMeantimeIsNotWaitedFor() {
    var restless = new AtomicReference<Held<Integer>>();
    restless.set(
        new Held<>(
            before -> {
              Objects.requireNonNull(restless.get()).forget();
              return Fetched.whole(reads.incrementAndGet());
            },
            TERMS,
            time));

    assertThat(Objects.requireNonNull(restless.get()).get().value()).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
