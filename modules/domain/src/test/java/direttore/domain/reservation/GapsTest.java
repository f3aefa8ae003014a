package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  private static Window window(int from, int to) {
    return new Window(START.plusSeconds(from), START.plusSeconds(to));
  }

  @Test
  void whatNobodyTouchesIsWhole() {
    assertThat(Gaps.of(window(10, 20), List.of())).containsExactly(window(10, 20));
    assertThat(Gaps.of(window(10, 20), List.of(window(0, 10), window(20, 30))))
        .containsExactly(window(10, 20));
  }

  @Test
  void othersLeaveWhatIsBesideThemInWhateverOrder() {
    assertThat(
            Gaps.of(
                window(10, 40),
                List.of(window(30, 35), window(0, 12), window(15, 25), window(16, 20))))
        .containsExactly(window(12, 15), window(25, 30), window(35, 40));
  }

  @Test
  void nothingIsLeftOfWhatIsTakenThroughout() {
    assertThat(Gaps.of(window(10, 20), List.of(window(0, 15), window(15, 30)))).isEmpty();
    assertThat(Gaps.of(window(10, 20), List.of(window(0, 30)))).isEmpty();
  }
}
