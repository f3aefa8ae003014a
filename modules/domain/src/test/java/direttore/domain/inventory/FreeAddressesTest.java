package direttore.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeAddressesTest {
  private static final Network NETWORK = Network.parse("10.0.0.0/26");

  private static Address address(int last) {
    return Address.parse("10.0.0." + last);
  }

  private static List<String> first(String network, boolean pool, int count) {
    return new FreeAddresses(Network.parse(network).hosts(pool), List.of())
        .first(count).stream().map(Address::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/30, false, 10.0.0.1 10.0.0.2",
    "10.0.0.0/30, true, 10.0.0.0 10.0.0.1 10.0.0.2 10.0.0.3",
    "10.0.0.0/31, false, 10.0.0.0 10.0.0.1",
    "10.0.0.7/32, false, 10.0.0.7",
    "2001:db8::/126, false, 2001:db8::1 2001:db8::2 2001:db8::3",
    "2001:db8::/127, false, 2001:db8:: 2001:db8::1",
    "2001:db8::/128, false, 2001:db8::",
  })
  void leavesOutTheEndsThatAreNoHosts(String network, boolean pool, String expected) {
    assertThat(first(network, pool, 10)).containsExactly(expected.split(" "));
  }

  @Test
  void findsTheFirstOnesOfAHugeNetworkAtOnce() {
    assertThat(first("2001:db8::/32", false, 2)).containsExactly("2001:db8::1", "2001:db8::2");
  }

  /** Compared with looking at each address, over networks full of random holes. */
  @Test
  void givesWhatLookingAtEachAddressGives() {
    var random = new Random(13);
    for (var round = 0; round < 500; round++) {
      var taken = taken(random);
      var expected =
          IntStream.rangeClosed(1, 62)
              .mapToObj(FreeAddressesTest::address)
              .filter(address -> taken.stream().noneMatch(span -> span.contains(address)))
              .limit(7)
              .toList();

      assertThat(new FreeAddresses(NETWORK.hosts(false), taken).first(7))
          .as("without %s", taken)
          .isEqualTo(expected);
    }
  }

  private static List<Span> taken(Random random) {
    var taken = new ArrayList<Span>();
    for (var i = random.nextInt(30); i > 0; i--) {
      var from = random.nextInt(70);
      taken.add(new Span(address(from), address(from + random.nextInt(5))));
    }
    // Of another version, which is in nobody's way.
    taken.add(Span.of(Address.parse("2001:db8::1")));
    return taken;
  }

  /** Each address counts once, however the spans lie. */
  @Test
  void mergedSpansHaveTheSameAddresses() {
    var random = new Random(14);
    for (var round = 0; round < 500; round++) {
      var spans = taken(random).stream().filter(s -> s.first().family() == 4).toList();
      var merged = Span.merged(spans);
      var each =
          IntStream.range(0, 256)
              .mapToObj(FreeAddressesTest::address)
              .filter(address -> spans.stream().anyMatch(span -> span.contains(address)))
              .toList();

      assertThat(Span.size(spans)).isEqualTo(BigInteger.valueOf(each.size()));
      assertThat(each).allMatch(a -> merged.stream().filter(s -> s.contains(a)).count() == 1);
    }
  }
}
