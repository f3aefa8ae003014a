package direttore.simulator.pve.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirewallTest {
  @ParameterizedTest
  @ValueSource(strings = {"/nodes/pve1/qemu/200", "/nodes/pve1/lxc/300"})
  void readsAGuestWithoutRules(String guest) {
    try (var lab = new TestLab()) {
      var firewall = guest + "/firewall";

      assertThat(lab.get(firewall).data()).hasSize(6);
      assertThat(lab.get(firewall + "/options").data().path("digest").asText()).hasSize(40);
      for (var list : new String[] {"rules", "aliases", "ipset", "refs"}) {
        assertThat(lab.get(firewall + "/" + list).data()).isEmpty();
      }
      assertThat(lab.get(firewall + "/rules/0").message()).isEqualTo("no rule at position 0");
      assertThat(lab.get(firewall + "/aliases/gw").message()).isEqualTo("no such alias 'gw'");
      assertThat(lab.get(firewall + "/ipset/ours").message()).isEqualTo("no such IPSet 'ours'");
      assertThat(lab.get(firewall + "/log").data().get(0).path("t").asText())
          .isEqualTo("no content");
    }
  }
}
