package direttore.domain.reservation.waiting;

import static direttore.domain.reservation.waiting.Waiting.entry;
import static direttore.domain.reservation.waiting.Waiting.found;
import static direttore.domain.reservation.waiting.Waiting.offer;
import static direttore.domain.reservation.waiting.Waiting.reach;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.waiting.Places.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Map<Long, Integer> seen = new HashMap<>();

  private List<Standing> of(Set<Long> ids, WaitingEntry... inTurn) {
    return new Places(
            List.of(inTurn),
            entry -> entry.id() == 2 ? reach(7) : reach(1),
            (entry, others) -> {
              seen.put(entry.id(), others.size());
              return Optional.of(found(1));
            },
            entry -> entry.id() == 4 ? Optional.of("Not now.") : Optional.empty())
        .of(ids);
  }

  @Test
  void countsThoseThatWaitForTheSame() {
    var standings =
        of(
            Set.of(3L, 4L),
            entry(1, "ana"),
            entry(2, "bob"),
            entry(5, "kim", 0, 0, offer(1)),
            entry(3, "eve"),
            entry(4, "joe"));

    assertThat(standings).extracting(Standing::place).containsExactly(2, 3);
    assertThat(standings).extracting(Standing::heldBack).containsExactly(null, "Not now.");
  }

  @Test
  void isLikelyOnceThoseBeforeHaveHadTheirs() {
    var standings = of(Set.of(3L), entry(1, "ana"), entry(3, "eve"), entry(4, "joe"));

    assertThat(standings).extracting(Standing::likely).containsExactly(found(1).window());
    assertThat(seen).isEqualTo(Map.of(1L, 0, 3L, 1));
  }

  @Test
  void whatWaitsNoMoreHasNoPlace() {
    var standing = of(Set.of(1L), entry(1, "ana", 0, 0, offer(1))).getFirst();

    assertThat(standing.place()).isNull();
    assertThat(standing.likely()).isNull();
  }
}
