package direttore.domain.reservation.waiting;

import static direttore.domain.reservation.waiting.Waiting.entry;
import static direttore.domain.reservation.waiting.Waiting.found;
import static direttore.domain.reservation.waiting.Waiting.offer;
import static direttore.domain.reservation.waiting.Waiting.reach;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.waiting.WaitingRound.Found;
import direttore.domain.reservation.waiting.WaitingRound.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingRoundTest {
  private final Map<Long, Found> free = new HashMap<>();
  private final Map<Long, Reach> reaches = new HashMap<>();
  private final Map<Long, List<Reach>> closed = new HashMap<>();
  private final List<Long> asked = new ArrayList<>();

  private Outcome next(Set<Long> tried, int most, WaitingEntry... inTurn) {
    return new WaitingRound(
            List.of(inTurn),
            entry -> reaches.getOrDefault(entry.id(), reach(1)),
            (entry, others) -> {
              asked.add(entry.id());
              closed.put(entry.id(), List.copyOf(others));
              return Optional.ofNullable(free.get(entry.id()));
            })
        .next(tried, most);
  }

  private Outcome next(WaitingEntry... inTurn) {
    return next(Set.of(), 100, inTurn);
  }

  @Test
  void theFirstForWhomSomethingIsFreeGetsIt() {
    free.put(2L, found(1));
    free.put(3L, found(1));

    var given = requireNonNull(next(entry(1, "ana"), entry(2, "bob"), entry(3, "eve")).given());

    assertThat(given.entry().id()).isEqualTo(2);
    assertThat(given.passed()).containsExactly(1L);
    assertThat(asked).containsExactly(1L, 2L);
  }

  @Test
  void onlyWhoWaitsForTheSameIsPassedOver() {
    reaches.put(1L, reach(7));
    free.put(2L, found(1));

    assertThat(requireNonNull(next(entry(1, "ana"), entry(2, "bob")).given()).passed()).isEmpty();
  }

  @Test
  void whatSomebodyWasPassedOverForTooOftenIsClosedToThoseBehind() {
    next(entry(1, "ana", 3, 0, null), entry(2, "bob", 2, 0, null), entry(3, "eve"));

    assertThat(closed.get(1L)).isEmpty();
    assertThat(closed.get(2L)).containsExactly(reach(1));
    assertThat(closed.get(3L)).containsExactly(reach(1));
  }

  @Test
  void nobodyHasTwoOffersOfTheSame() {
    var has = entry(1, "ana", 0, 0, offer(1));
    free.put(2L, found(1));
    free.put(3L, found(1));

    var given = requireNonNull(next(has, entry(2, "ana"), entry(3, "bob")).given());

    assertThat(given.entry().id()).isEqualTo(3);
    assertThat(given.passed()).isEmpty();
    reaches.put(2L, reach(2));
    assertThat(requireNonNull(next(has, entry(2, "ana"), entry(3, "bob")).given()).entry().id())
        .isEqualTo(2);
  }

  @Test
  void noMoreAreTriedAtOnceAndTheRestNext() {
    free.put(3L, found(1));
    WaitingEntry[] all = {entry(1, "ana"), entry(2, "bob"), entry(3, "eve")};

    var first = next(Set.of(), 2, all);
    var second = next(first.tried(), 2, all);

    assertThat(first.given()).isNull();
    assertThat(first.more()).isTrue();
    assertThat(requireNonNull(second.given()).passed()).containsExactly(1L, 2L);
    assertThat(asked).containsExactly(1L, 2L, 3L);
    free.clear();
    assertThat(next(first.tried(), 2, all).more()).isFalse();
  }
}
