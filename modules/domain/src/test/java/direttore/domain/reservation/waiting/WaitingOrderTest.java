package direttore.domain.reservation.waiting;

import static direttore.domain.reservation.waiting.Waiting.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingOrderTest {
  private static List<Long> order(Map<String, Long> hours, WaitingEntry... entries) {
    return WaitingOrder.inTurn(List.of(entries), party -> hours.getOrDefault(party.requester(), 0L))
        .stream()
        .map(WaitingEntry::id)
        .toList();
  }

  @Test
  void whoHadLeastLatelyIsFirstThenWhoWaitsLongest() {
    assertThat(
            order(
                Map.of("ana", 12L, "eve", 3L),
                entry(1, "ana"),
                entry(2, "bob"),
                entry(3, "eve"),
                entry(4, "bob")))
        .containsExactly(2L, 4L, 3L, 1L);
  }

  @Test
  void hoursCountByTheWeightOfWhoHadThem() {
    var share = Map.of("ana", 12.0 / 4, "bob", 4.0);

    assertThat(
            WaitingOrder.inTurn(
                List.of(entry(1, "bob"), entry(2, "ana")), party -> share.get(party.requester())))
        .extracting(WaitingEntry::id)
        .containsExactly(2L, 1L);
  }

  @Test
  void whoLetAnOfferLapseComesAfterThoseWhoDidNot() {
    assertThat(
            order(
                Map.of("bob", 50L),
                entry(1, "ana", 0, 1, null),
                entry(2, "bob"),
                entry(3, "eve", 0, 2, null)))
        .containsExactly(2L, 1L, 3L);
  }

  @Test
  void whoWasPassedOverThreeTimesIsBeforeAllOthers() {
    assertThat(
            order(
                Map.of("ana", 50L),
                entry(1, "bob", 2, 0, null),
                entry(2, "ana", 3, 0, null),
                entry(3, "eve")))
        .containsExactly(2L, 1L, 3L);
  }
}
