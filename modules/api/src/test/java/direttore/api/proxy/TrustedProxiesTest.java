package direttore.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
  private static final TrustedProxies PROXIES =
      new TrustedProxies(
          List.of(
              AddressBlock.parse("10.0.0.0/8").orElseThrow(),
              AddressBlock.parse("2001:db8:1::/48").orElseThrow()));

  private static String client(String... hops) {
    return client(Forwarded.read(List.of(), List.of(hops), List.of())).text();
  }

  private static ClientAddress client(Forwarded forwarded) {
    return PROXIES.client(PROXY, false, forwarded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|203.0.113.7",
        "203.0.113.7, 10.1.1.1|203.0.113.7",
        "1.1.1.1, 203.0.113.7|203.0.113.7",
        "10.9.9.9, 203.0.113.7, 10.1.1.1|203.0.113.7",
        "1.1.1.1, 203.0.113.7, 2001:db8:1::5|203.0.113.7",
        "203.0.113.7:4711|203.0.113.7",
        "[2001:db8:2::7]:4711|2001:db8:2:0:0:0:0:7",
        "2001:db8:2::7|2001:db8:2:0:0:0:0:7",
        "::ffff:203.0.113.7|203.0.113.7",
        "10.2.2.2, 10.1.1.1|10.2.2.2",
      })
  void takesTheNearestHopThatIsNoProxy(String hops, String expected) {
    assertThat(client(hops)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "1.1.1.1, unknown",
        "1.1.1.1, ",
        "1.1.1.1, localhost",
        "1.1.1.1, 0x7f000001",
        "1.1.1.1, 127.1",
        "1.1.1.1, 256.1.1.1",
        "1.1.1.1, fe80::1%eth0",
        "1.1.1.1, _hidden",
        "1.1.1.1, evil\u00e9",
      })
  void endsWhereAHopCannotBeRead(String hops) {
    assertThat(client(hops)).isEqualTo("10.0.0.1");
  }

  @Test
  void takesHeadersThatCameMoreThanOnceAsOneList() {
    assertThat(client("1.1.1.1", "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.7;proto=https|203.0.113.7|true",
        "For=\"203.0.113.7:80\";Proto=HTTP|203.0.113.7|false",
        "for=1.1.1.1;proto=https, for=203.0.113.7|203.0.113.7|false",
        "for=\"[2001:db8:2::7]:4711\";by=10.0.0.1|2001:db8:2:0:0:0:0:7|false",
        "for=\"1.1.1.1, for=2.2.2.2\"|10.0.0.1|false",
        "for=1.1.1.1, for=_x|10.0.0.1|false",
        "nonsense|10.0.0.1|false",
      })
  void readsTheStandardHeaderToo(String header, String expected, boolean https) {
    var client = client(Forwarded.read(List.of(header), List.of(), List.of()));

    assertThat(client.text()).isEqualTo(expected);
    assertThat(client.https()).isEqualTo(https);
  }

  @Test
  void aForgedForwardedBesideXForwardedForHidesNobody() {
    var both = Forwarded.read(List.of("for=1.1.1.1"), List.of("203.0.113.7"), List.of());
    var scheme = Forwarded.read(List.of("for=1.1.1.1"), List.of(), List.of("https"));

    assertThat(client(both).text()).isEqualTo("203.0.113.7");
    assertThat(client(scheme).text()).isEqualTo("10.0.0.1");
  }

  @Test
  void takesTheSchemeOfTheNearestProxy() {
    assertThat(client(Forwarded.read(List.of(), List.of(), List.of("http, https"))).https())
        .isTrue();
    assertThat(client(Forwarded.read(List.of(), List.of(), List.of("https", "http"))).https())
        .isFalse();
  }

  @Test
  void trustsItsNetworksOnly() {
    assertThat(PROXIES.trusts(PROXY)).isTrue();
    assertThat(PROXIES.trusts(InetAddress.ofLiteral("11.0.0.1"))).isFalse();
    assertThat(PROXIES.trusts(InetAddress.ofLiteral("2001:db8:1:ffff::1"))).isTrue();
    assertThat(PROXIES.trusts(InetAddress.ofLiteral("2001:db8:2::1"))).isFalse();
    assertThat(TrustedProxies.NONE.trusts(PROXY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lab", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "1.2.3.4/8/8", "1.2.3"})
  void takesNothingElseForANetwork(String text) {
    assertThat(AddressBlock.parse(text)).isEmpty();
  }

  @Test
  void takesTheNetworkOfAnIpv6ClientForTheClient() {
    assertThat(new ClientAddress(InetAddress.ofLiteral("2001:db8:2:3:4:5:6:7"), true).network())
        .isEqualTo("2001:db8:2:3:0:0:0:0/64");
    assertThat(new ClientAddress(PROXY, true).network()).isEqualTo("10.0.0.1");
  }
}
