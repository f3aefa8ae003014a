package direttore.proxmox.failure;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.proxmox.failure.ProxmoxFailure.Answered;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          VM is locked (backup)                                                 | LOCKED
          CT is locked (snapshot-delete)                                        | LOCKED
          can't lock file '/var/lock/qemu-server/lock-100.conf' - got timeout   | LOCK_TIMEOUT
          cfs-lock 'storage-local' error: got lock request timeout              | LOCK_TIMEOUT
          unable to create VM 101 - VM 101 already exists on node 'pve1'        | EXISTS
          unable to create VM 102: config file already exists                   | EXISTS
          snapshot name 'snap1' already used                                    | EXISTS
          VM 100 already running                                                | RUNNING
          CT 102 already running                                                | RUNNING
          VM 100 is running - destroy failed                                    | RUNNING
          unable to destroy CT 102 - container is running                       | RUNNING
          CT 102 not running                                                    | NOT_RUNNING
          VM 101 not running                                                    | NOT_RUNNING
          VM is paused - cannot shutdown                                        | NOT_RUNNING
          Configuration file 'nodes/pve1/qemu-server/999.conf' does not exist   | NO_GUEST
          storage 'nowhere' does not exist                                      | NOT_FOUND
          hostname lookup 'pve9' failed - failed to get address info for: pve9  | UNKNOWN_NODE
          volume 'local:vztmpl/none.tar.zst' does not exist                     | NOT_FOUND
          checksum mismatch (file change by other user?)                        | CHANGED
          can't remove VM 101 - protection mode enabled                         | PROTECTED
          unable to remove VM 100 - used in HA resources and purge parameter not set. | HA_MANAGED
          base volume 'local:102/base-102-disk-0.qcow2' is still in use by linked cloned | IN_USE
          Linked clone feature is not supported for 'local:100/vm-100-disk-0.raw' (scsi0) | UNSUPPORTED
          snapshot feature is not available                                     | UNSUPPORTED
          VM quit/powerdown failed - got timeout                                | TIMED_OUT
          received interrupt                                                    | INTERRUPTED
          cannot allocate: No space left on device                              | NO_SPACE
          volume group 'pve' has insufficient free space (100 extents): 200 required | NO_SPACE
          zfs error: cannot create 'rpool/data': out of space                   | NO_SPACE
          cluster not ready - no quorum?                                        | NO_QUORUM
          unable to open file '/etc/pve/nodes/n1/qemu-server/206.conf.tmp.1' - Permission denied | NO_QUORUM
          storage 'nfs' is not online                                           | STORAGE_AWAY
          something nobody has seen before                                      | OTHER
          """)
  void knowsWhatATextMeans(String text, Meaning meaning) {
    assertThat(new Answered(500, text, "", Map.of()).meaning()).isEqualTo(meaning);
    assertThat(Meaning.of(text)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHENTICATED",
    "403, FORBIDDEN",
    "400, BAD_PARAMETERS",
    "501, NOT_IMPLEMENTED",
    "595, NODE_AWAY",
    "596, NODE_AWAY",
    "599, NODE_AWAY",
  })
  void knowsWhatAStatusMeans(int status, Meaning meaning) {
    assertThat(new Answered(status, "anything", "", Map.of()).meaning()).isEqualTo(meaning);
  }

  @Test
  void readsTheMessageBeforeTheReason() {
    var failure = new Answered(500, "VM is locked", "VM is locked (backup)\n", Map.of());

    assertThat(failure.text()).isEqualTo("VM is locked (backup)");
    assertThat(failure.holder()).contains("backup");
    assertThat(failure)
        .hasMessage("The guest is held by another job. Proxmox: VM is locked (backup)");
  }

  @Test
  void readsTheReasonWhereOldHostsGiveNoMessage() {
    var failure = new Answered(500, "VM 100 already running", "", Map.of());

    assertThat(failure).hasMessage("The guest is running. Proxmox: VM 100 already running");
  }

  @Test
  void namesEachParameterThatIsWrongOnOneLine() {
    var errors =
        Map.of(
            "net0",
            "invalid format - format error\nnet0.tag: value must have a maximum value of 4094\n",
            "memory",
            "type check ('integer') failed - got 'lots'");

    var failure = new Answered(400, "Parameter verification failed.", "", errors);

    assertThat(failure)
        .hasMessage(
            "Proxmox did not accept the request. Proxmox: memory: type check ('integer') failed -"
                + " got 'lots'; net0: net0.tag: value must have a maximum value of 4094");
    assertThat(failure.errors()).isEqualTo(errors);
  }

  @Test
  void takesAnUnknownTaskOrATakenIdForWhatItIs() {
    var task =
        new Answered(400, "Parameter verification failed.", "", Map.of("upid", "no such task"));
    var taken =
        new Answered(
            400, "Parameter verification failed.", "", Map.of("vmid", "VM 100 already exists"));

    assertThat(task.meaning()).isEqualTo(Meaning.NOT_FOUND);
    assertThat(taken.meaning()).isEqualTo(Meaning.EXISTS);
  }

  @Test
  void saysSomethingEvenWithoutAnyText() {
    assertThat(new Answered(595, "", "", Map.of()))
        .hasMessage("The node does not answer. (status 595)");
  }
}
