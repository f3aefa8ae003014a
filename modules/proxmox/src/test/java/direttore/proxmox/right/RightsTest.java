package direttore.proxmox.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {
  private static final Set<String> ALL = Set.copyOf(Rights.NEEDED);

  @Test
  void saysNothingWhereAllIsHeld() {
    assertThat(Rights.advice("root@pam!direttore", Map.of("/", ALL))).isEmpty();
  }

  @Test
  void takesPrivilegesFromWhateverPathHoldsThem() {
    var onVms = new HashSet<>(ALL);
    onVms.removeAll(Set.of("SDN.Use", "Sys.Audit"));

    assertThat(Rights.missing(Map.of("/pool/lab", onVms, "/", Set.of("Sys.Audit"))))
        .containsExactly("SDN.Use");
  }

  @Test
  void namesTheCommandThatHelps() {
    var held = new HashSet<>(ALL);
    held.removeAll(Set.of("VM.Clone", "Datastore.AllocateSpace"));

    assertThat(Rights.advice("direttore@pve!lab", Map.of("/", held)).orElseThrow())
        .startsWith("direttore@pve!lab lacks privileges at Proxmox")
        .endsWith("pveum role modify ROLE --append 1 --privs \"VM.Clone Datastore.AllocateSpace\"");
  }
}
