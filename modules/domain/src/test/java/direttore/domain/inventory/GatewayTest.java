package direttore.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.inventory.Gateway.Candidate;
import direttore.domain.inventory.Gateway.From;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final CustomFields NONE = new CustomFields("{}", Map.of());

  private static CustomFields fields(String name, String value) {
    return new CustomFields("{}", Map.of(name, List.of(value)));
  }

  private static Candidate candidate(String address, String role, boolean tagged) {
    return new Candidate(Address.parse(address), role, tagged);
  }

  private static Gateway gateway(String address, From from, String name) {
    return new Gateway(Address.parse(address), new Gateway.Source(from, name));
  }

  @Test
  void isWhatTheCustomFieldSaysWithAMaskOrWithout() {
    assertThat(Gateway.of(fields("gw", "10.0.0.1/24"), List.of()))
        .contains(gateway("10.0.0.1", From.CUSTOM_FIELD, "gw"));
    assertThat(Gateway.of(fields("gateway", "10.0.0.1"), List.of(candidate("10.0.0.2", "", true))))
        .contains(gateway("10.0.0.1", From.CUSTOM_FIELD, "gateway"));
  }

  @Test
  void isNotWhatIsNoAddress() {
    assertThat(Gateway.of(fields("gateway", "ask Ana"), List.of())).isEmpty();
  }

  @Test
  void isTheTaggedAddressRatherThanASharedOne() {
    var candidates = List.of(candidate("10.0.0.3", "vip", false), candidate("10.0.0.2", "", true));

    assertThat(Gateway.of(NONE, candidates)).contains(gateway("10.0.0.2", From.TAG, "gateway"));
  }

  @Test
  void isTheSharedAddressThatTwoRoutersHave() {
    var candidates =
        List.of(candidate("10.0.0.1", "vrrp", false), candidate("10.0.0.1", "vrrp", false));

    assertThat(Gateway.of(NONE, candidates)).contains(gateway("10.0.0.1", From.ROLE, "vrrp"));
  }

  @Test
  void isNotGuessedOfSeveralNorOfOtherRoles() {
    assertThat(
            Gateway.of(
                NONE,
                List.of(candidate("10.0.0.1", "vrrp", false), candidate("10.0.0.9", "vip", false))))
        .isEmpty();
    assertThat(Gateway.of(NONE, List.of(candidate("10.0.0.1", "loopback", false)))).isEmpty();
  }

  @Test
  void nameServersAreOneTextWithBlanks() {
    var listed = new CustomFields("{}", Map.of("nameservers", List.of("10.0.0.53", "10.0.1.53")));

    assertThat(listed.dnsServers()).contains("10.0.0.53 10.0.1.53");
    assertThat(fields("dns_servers", "10.0.0.53, 10.0.1.53").dnsServers())
        .contains("10.0.0.53 10.0.1.53");
    assertThat(NONE.dnsServers()).isEmpty();
  }
}
