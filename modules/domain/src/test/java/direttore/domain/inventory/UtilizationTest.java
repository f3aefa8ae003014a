package direttore.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As NetBox 4.7 counts in {@code Prefix.get_utilization}. */
class UtilizationTest {
  private static final Network NETWORK = Network.parse("10.0.0.0/24");

  @Test
  void hostsCountOfThoseThatThereMayBe() {
    assertThat(Utilization.ofAddresses(NETWORK, false, 127, List.of()).percent())
        .isEqualByComparingTo("50");
    assertThat(Utilization.ofAddresses(NETWORK, true, 128, List.of()).percent())
        .isEqualByComparingTo("50");
    // NetBox leaves nothing out of those of IPv6.
    assertThat(
            Utilization.ofAddresses(Network.parse("2001:db8::/120"), false, 128, List.of())
                .percent())
        .isEqualByComparingTo("50");
  }

  @Test
  void rangesThatAreInUseCountWithThem() {
    var range = new Span(Address.parse("10.0.0.100"), Address.parse("10.0.0.199"));

    assertThat(Utilization.ofAddresses(NETWORK, false, 27, List.of(range, range)).percent())
        .isEqualByComparingTo("50");
  }

  @Test
  void containersCountWhatTheirPrefixesCoverOnce() {
    var within = Stream.of("10.0.0.0/26", "10.0.0.0/25", "10.0.0.64/26").map(Network::parse);

    assertThat(Utilization.ofContainer(NETWORK, within.toList()))
        .isEqualTo(Utilization.ofContainer(NETWORK, List.of(Network.parse("10.0.0.0/25"))));
  }

  @Test
  void isNeverMoreThanAllNorRoundedUp() {
    var random = new Random(15);
    for (var round = 0; round < 200; round++) {
      var hosts = random.nextInt(400);
      var percent = Utilization.ofAddresses(NETWORK, false, hosts, List.of()).percent();

      assertThat(percent.doubleValue())
          .isBetween(Math.min(100, hosts * 100 / 254.0) - 0.1, Math.min(100, hosts * 100 / 254.0));
    }
  }
}
