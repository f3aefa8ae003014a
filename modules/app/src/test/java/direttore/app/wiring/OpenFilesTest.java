package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.guard.RequestLimits;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
  @Test
  void takesNoMoreConnectionsThanThereAreFiles() {
    var bound = OpenFiles.within(RequestLimits.USUAL, 1024);

    assertThat(bound.connections()).isEqualTo(768);
    assertThat(bound.share()).isEqualTo(384);
    assertThat(bound.streams()).isEqualTo(128);
    assertThat(bound.idleTime()).isEqualTo(RequestLimits.USUAL.idleTime());
  }

  @Test
  void leavesTheLimitsWhereFilesAreManyOrUnbounded() {
    assertThat(OpenFiles.within(RequestLimits.USUAL, 524_288)).isEqualTo(RequestLimits.USUAL);
    assertThat(OpenFiles.within(RequestLimits.USUAL, Long.MAX_VALUE))
        .isEqualTo(RequestLimits.USUAL);
  }

  @Test
  void staysReachableWithHardlyAny() {
    assertThat(OpenFiles.within(RequestLimits.USUAL, 100).connections()).isEqualTo(16);
  }
}
