package direttore.worker.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.waiting.Places;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingList;
import direttore.domain.reservation.waiting.Wish;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WaitingRunnerTest {
  private final Queue<WaitingList.Served> answers = new ArrayDeque<>();
  private final List<Set<Long>> asked = new ArrayList<>();
  private final WaitingRunner runner = new WaitingRunner(new Played(), new SteppingTime());

  /** A list that answers what a test says, and then that nothing is free. */
  private final class Played implements WaitingList {
    @Override
    public Served serve(Set<Long> tried) {
      asked.add(tried);
      if (tried.contains(13L)) {
        throw new Refusal.DatabaseAway("gone", null);
      }
      return answers.isEmpty() ? Served.NOTHING : answers.remove();
    }

    @Override
    public WaitingEntry add(Wish wish, Submitter by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Places.Standing check(Wish wish, Submitter by) {
      throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public void requireTaken(Wish wish, Submitter by) {
      throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public WaitingEntry find(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Places.Standing> standings(Predicate<WaitingEntry> shown) {
      return List.of();
    }

    @Override
    public void leave(long id, String by) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void goesOnWithTheRestUntilNothingIsFree() {
    answers.add(new WaitingList.Served(7L, Set.of(1L), true));
    answers.add(new WaitingList.Served(null, Set.of(1L, 2L), true));

    assertThat(runner.served()).isEqualTo(Duration.ofSeconds(30));

    assertThat(asked).containsExactly(Set.of(), Set.of(1L), Set.of(1L, 2L));
  }

  @Test
  void beginsAnewTheNextTimeAndSoonWhereItCouldNotBeDone() {
    answers.add(new WaitingList.Served(null, Set.of(13L), true));

    assertThat(runner.served()).isEqualTo(Duration.ofSeconds(1));
    assertThat(runner.served()).isEqualTo(Duration.ofSeconds(30));

    assertThat(asked).last().isEqualTo(Set.of());
  }
}
