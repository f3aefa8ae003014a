package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          VM is locked (backup) | backup
          CT is locked (snapshot-delete) | snapshot-delete
          can't lock file '/var/lock/qemu-server/lock-100.conf' - got timeout | another task
          cfs-lock 'storage-nfs' error: got lock request timeout | another task
          unable to create VM 7: cfs-lock 'file-x' error: got lock timeout - aborting | another task
          """)
  void aLockIsRecognised(String end, String holder) {
    assertThat(TaskText.lockHolder(end)).contains(holder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VM quit/powerdown failed - got timeout",
        "start failed: command 'kvm' failed: got timeout",
        "received interrupt"
      })
  void otherTimeoutsAreNoLocks(String end) {
    assertThat(TaskText.lockHolder(end)).isEmpty();
  }

  @Test
  void warningsAreFoundWhereverTheyStand() {
    var log =
        List.of(
            "WARN: one", "Warning: two", "a warning in passing", "TASK WARNINGS: 2", "WARN: one");

    assertThat(TaskText.warnings(log)).containsExactly("one", "two");
  }

  @Test
  void anExplanationLeavesOutWhatIsSaidAlready() {
    var log =
        List.of(
            "creating disk",
            "lvcreate: Insufficient free space: cannot allocate",
            "command failed",
            "TASK ERROR: command failed");

    assertThat(TaskText.explaining(log, "command failed"))
        .containsExactly("lvcreate: Insufficient free space: cannot allocate");
  }
}
