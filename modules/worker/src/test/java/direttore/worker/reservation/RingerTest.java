package direttore.worker.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.life.Bells;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingerTest {
  private static final long BROKEN = 13;
  private final SteppingTime time = new SteppingTime();
  private final Instant start = time.now();

  /** A bell in memory. */
  private record Due(Instant when, long id) {}

  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::when));
  private final List<String> rung = new ArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final Ringer ringer = new Ringer(new InMemory(), this::note, held::add, time);

  /** What is due, in a queue. */
  private final class InMemory implements Bells {
    @Override
    public List<Long> ring(Set<Long> except) {
      var first =
          due.stream()
              .filter(bell -> !bell.when().isAfter(time.now()) && !except.contains(bell.id()))
              .min(Comparator.comparing(Due::when));
      first
          .filter(bell -> bell.id() == BROKEN)
          .ifPresent(bell -> {
            throw new Cracked(BROKEN, new IllegalStateException("broken"));
          });
      first.ifPresent(due::remove);
      return first.map(Due::id).stream().toList();
    }

    @Override
    public Optional<Duration> next() {
      return Optional.ofNullable(due.peek())
          .map(first -> Duration.between(time.now(), first.when()));
    }
  }

  private void note(long id) {
    rung.add("%d at %d".formatted(id, Duration.between(start, time.now()).toMillis()));
  }

  private void work() {
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  @Test
  void sleepsUntilTheNextIsDueAndRingsItToTheMillisecond() {
    due.add(new Due(start.plusMillis(1234), 7));

    time.pass(ringer.ringDue());
    var left = ringer.ringDue();
    work();

    assertThat(rung).containsExactly("7 at 1234");
    assertThat(left).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void looksNowAndThenThoughNobodyWakesIt() {
    due.add(new Due(start.plusSeconds(3600), 7));

    assertThat(ringer.ringDue()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatCannotBeDoneForOneKeepsNoOtherFromItsTime() {
    due.add(new Due(start, BROKEN));
    due.add(new Due(start.plusMillis(1), 7));
    time.pass(Duration.ofMillis(1));

    assertThat(ringer.ringDue()).isEqualTo(Duration.ofSeconds(1));
    work();

    assertThat(rung).containsExactly("7 at 1");
  }

  @Test
  void followsManyChangesOnce() {
    ringer.hear(7);
    ringer.hear(7);
    work();

    assertThat(rung).containsExactly("7 at 200");
  }

  @Test
  void hasMuchThatRingsForOneDoneOnce() {
    due.add(new Due(start, 7));
    due.add(new Due(start, 8));
    due.add(new Due(start, 7));

    ringer.ringDue();
    work();

    assertThat(rung).containsExactlyInAnyOrder("7 at 0", "8 at 0");
    due.add(new Due(start, 7));
    ringer.ringDue();
    work();
    assertThat(rung).hasSize(3);
  }
}
