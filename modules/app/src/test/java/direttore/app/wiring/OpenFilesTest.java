package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.guard.Limits;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
  @Test
  void takesNoMoreConnectionsThanThereAreFiles() {
    var bound = OpenFiles.within(Limits.USUAL, 1024);

    assertThat(bound.connections()).isEqualTo(768);
    assertThat(bound.share()).isEqualTo(384);
    assertThat(bound.streams()).isEqualTo(128);
    assertThat(bound.idleTime()).isEqualTo(Limits.USUAL.idleTime());
  }

  @Test
  void leavesTheLimitsWhereFilesAreManyOrUnbounded() {
    assertThat(OpenFiles.within(Limits.USUAL, 524_288)).isEqualTo(Limits.USUAL);
    assertThat(OpenFiles.within(Limits.USUAL, Long.MAX_VALUE)).isEqualTo(Limits.USUAL);
  }

  @Test
  void staysReachableWithHardlyAny() {
    assertThat(OpenFiles.within(Limits.USUAL, 100).connections()).isEqualTo(16);
  }
}
