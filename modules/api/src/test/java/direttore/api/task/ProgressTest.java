package direttore.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void takesTheLatestShare() {
    assertThat(
            Progress.in(
                List.of(
                    "transferred 1.0 GiB of 8.0 GiB (12.50%)",
                    "transferred 8.0 GiB of 8.0 GiB (100.00%)", "cleaning up")))
        .isEqualTo(1.0);
    assertThat(Progress.in(List.of("progress 7%"))).isEqualTo(0.07);
  }

  @Test
  void tellsNoneWhereTheLogTellsNone() {
    assertThat(Progress.in(List.of())).isNull();
    assertThat(Progress.in(List.of("10.10.100.5/24 is up", "usage 250%"))).isNull();
  }
}
